package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    private static String label(Axis axis, double value) {
        return axis.label(axis.coordinate(value));
    }

    @Test
    void labelsRoundValuesRoundly() {
        assertThat(label(new Axis(0, 2.4, false), 0.5)).isEqualTo("0.5");
        assertThat(label(new Axis(0, 20, true), 10)).isEqualTo("10");
        assertThat(label(new Axis(-1, 1, false), 0)).isEqualTo("0");
    }

    @Test
    void labelsFarValuesShortlyButApart() {
        assertThat(label(new Axis(0, 2e-9, false), 1.5e-9)).isEqualTo("1.5e-9");
        assertThat(label(new Axis(0, 4e7, false), 2e7)).isEqualTo("2e7");
        assertThat(label(new Axis(1.7e9, 1.7e9 + 50, false), 1.7e9 + 10)).isEqualTo("1700000010");
    }

    @Test
    void leavesTicksBetweenWholeNumbersBlank() {
        assertThat(label(new Axis(0, 2, true), 0.5)).isEmpty();
        assertThat(label(new Axis(0, 2, true), 1)).isEqualTo("1");
    }

    @Test
    void keepsCoordinatesWithinWhatXChartCanResolve() {
        for (double scale : new double[] {1e-300, 1e-12, 1, 1e12, 1e298}) {
            var axis = new Axis(0, scale, false);
            assertThat(axis.coordinate(scale)).as("scale %s", scale).isBetween(0.9, 10.1);
        }
        assertThat(new Axis(1e9, 1e9 + 1, false).coordinate(1e9 + 1)).isBetween(0.0, 200.0);
    }

    @Test
    void hasRoomAroundASingleValue() {
        var line = Series.of("", new double[] {5}, new double[] {7});

        assertThat(Axis.around(List.of(line), true)).isEqualTo(new Axis(6.65, 7.35, false));
        assertThat(Axis.around(List.of(Series.of("", new double[1], new double[1])), true))
                .isEqualTo(new Axis(-0.5, 0.5, false));
    }

    @Test
    void staysWithinWhatValuesCanBeUnlessOneIsNot() {
        var shares = Series.of("", new double[] {0, 1}, new double[] {0.1, 0.99});
        var wrong = Series.of("", new double[] {0, 1}, new double[] {0.1, 1.5});

        assertThat(Frame.DATA.within(0, 1).vertical(List.of(shares)).max()).isEqualTo(1);
        assertThat(Frame.DATA.within(0, 1).vertical(List.of(wrong)).max()).isEqualTo(1.5);
    }
}

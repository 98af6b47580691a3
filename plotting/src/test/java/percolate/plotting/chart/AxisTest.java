package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    private static List<String> labels(Axis axis) {
        return axis.ticks(5).stream().map(Tick::label).toList();
    }

    @Test
    void ticksStandAtRoundValues() {
        assertThat(labels(Axis.linear(0, 2.4))).containsExactly("0", "0.5", "1", "1.5", "2");
        assertThat(labels(Axis.linear(-1, 1))).containsExactly("-1", "-0.5", "0", "0.5", "1");
        assertThat(labels(Axis.linear(3, 98))).containsExactly("20", "40", "60", "80");
    }

    @Test
    void labelsFarValuesShortlyButApart() {
        assertThat(labels(Axis.linear(0, 2e-9))).contains("1.5e-9");
        assertThat(labels(Axis.linear(0, 4e7))).contains("2e7", "4e7");
        assertThat(labels(Axis.linear(1.7e9, 1.7e9 + 50))).contains("1700000010");
    }

    @Test
    void wholeTicksStandAtWholeNumbersOnly() {
        assertThat(labels(Axis.linear(0, 2).withWholeTicks())).containsExactly("0", "1", "2");
        assertThat(labels(Axis.linear(0, 20).withWholeTicks())).containsExactly("0", "5", "10", "15", "20");
    }

    @Test
    void aLogarithmicAxisHasTicksAtPowersOfTen() {
        assertThat(labels(Axis.logarithmic(Extent.of(1e-3, 1)))).containsExactly("0.001", "0.01", "0.1", "1");
        assertThat(labels(Axis.logarithmic(Extent.of(1e-12, 1))))
                .hasSizeLessThan(8)
                .contains("1e-6", "1");
        assertThat(labels(Axis.logarithmic(Extent.of(20, 30)))).hasSizeBetween(2, 7);
    }

    @Test
    void equalFactorsAreEqualDistancesOnALogarithmicAxis() {
        var axis = Axis.logarithmic(Extent.of(1, 100, -5, 0));

        assertThat(axis.share(10)).isCloseTo(0.5, within(1e-9));
        assertThat(axis.takes(0)).isFalse();
        assertThat(axis.takes(-5)).isFalse();
    }

    @Test
    void aReversedAxisPointsTheOtherWay() {
        assertThat(Axis.linear(0, 10).reversed().share(1)).isCloseTo(0.9, within(1e-9));
        assertThat(labels(Axis.linear(0, 10).reversed())).containsExactly("0", "2", "4", "6", "8", "10");
    }

    @Test
    void resolvesRangesFromTheTiniestToTheLargest() {
        for (double scale : new double[] {1e-300, 1e-12, 1, 1e12, 1e298}) {
            var axis = Axis.linear(0, scale);
            assertThat(axis.share(scale / 4)).as("scale %s", scale).isCloseTo(0.25, within(1e-9));
            assertThat(labels(axis)).as("scale %s", scale).hasSizeBetween(3, 7).doesNotHaveDuplicates();
        }
    }

    @Test
    void hasRoomAroundASingleValue() {
        assertThat(Axis.around(Extent.of(7)).min()).isCloseTo(6.65, within(1e-9));
        assertThat(Axis.around(Extent.of(0)).max()).isEqualTo(0.5);
        assertThat(Axis.around(Extent.NONE).max()).isEqualTo(1);
    }

    @Test
    void staysWithinWhatValuesCanBeUnlessOneIsNot() {
        var shares = Series.of("", new double[] {0, 1}, new double[] {0.1, 0.99});
        var wrong = Series.of("", new double[] {0, 1}, new double[] {0.1, 1.5});

        assertThat(Frame.DATA.within(0, 1).vertical(List.of(shares)).max()).isEqualTo(1);
        assertThat(Frame.DATA.within(0, 1).vertical(List.of(wrong)).max()).isEqualTo(1.5);
    }
}

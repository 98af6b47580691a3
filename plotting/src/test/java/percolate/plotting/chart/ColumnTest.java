package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ColumnTest {
    private final Column column = new Column();

    private double[] drained() {
        var points = new ArrayList<double[]>();
        column.drainTo(points);
        return points.stream().mapToDouble(point -> point[1]).toArray();
    }

    @Test
    void keepsFirstLowestHighestAndLastInTheirOrder() {
        for (double y : new double[] {5, 6, 1, 2, 9, 3, 4}) {
            column.add(10, y);
        }

        assertThat(drained()).containsExactly(5, 1, 9, 4);
    }

    @Test
    void keepsTheHighestBeforeTheLowestIfItCameFirst() {
        for (double y : new double[] {5, 9, 7, 1, 4}) {
            column.add(10, y);
        }

        assertThat(drained()).containsExactly(5, 9, 1, 4);
    }

    @Test
    void keepsNoPointTwice() {
        column.add(10, 5);
        assertThat(drained()).containsExactly(5);

        column.add(10, 5);
        column.add(10.1, 7);
        assertThat(drained()).containsExactly(5, 7);
    }

    @Test
    void isAsWideAsOneDevicePixel() {
        column.add(10, 5);

        assertThat(column.holds(10.4)).isTrue();
        assertThat(column.holds(10.6)).isFalse();
    }
}

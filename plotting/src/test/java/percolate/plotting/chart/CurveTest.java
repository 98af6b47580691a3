package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static final int WIDTH = 400;

    private static Curve curve(double[] x, double[] y) {
        var line = Series.of("", x, y);
        var g = new BufferedImage(WIDTH, 300, BufferedImage.TYPE_INT_ARGB).createGraphics();
        var axes = Axes.paint(g, WIDTH, 300, Axis.around(line.x()), Axis.around(line.y()), "", Theme.LIGHT);
        return Curve.of(line, axes);
    }

    @Test
    void keepsAtMostFourPointsForEachColumnOfPixels() {
        var x = IntStream.range(0, 100_000).asDoubleStream().toArray();
        var y = IntStream.range(0, 100_000)
                .mapToDouble(at -> Math.sin(at * 0.7))
                .toArray();

        assertThat(curve(x, y).size()).isBetween(WIDTH, 4 * 2 * WIDTH);
    }

    @Test
    void keepsEveryPointWhereThereIsRoom() {
        assertThat(curve(new double[] {0, 1, 2}, new double[] {0, 5, 1}).size()).isEqualTo(3);
    }

    @Test
    void followsPointsBackAndForth() {
        assertThat(curve(new double[] {0, 1, 0, 1}, new double[] {0, 1, 2, 3}).size())
                .isEqualTo(4);
    }
}

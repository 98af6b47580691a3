package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlotTest {
    private static final double NOT_A_NUMBER = Double.NaN;

    private static Picture plot(double[] x, double... y) {
        return Picture.of(Plot.of(List.of(Series.of("", x, y))));
    }

    private static double[] upTo(int count) {
        return IntStream.range(0, count).asDoubleStream().toArray();
    }

    @Test
    void drawsARisingLineHigherOnTheRight() {
        var image = Look.at(plot(upTo(3), 0, 1, 2));
        int quarter = Look.firstRow(image, image.getWidth() / 4, Theme.LIGHT.color(0));
        int middle = Look.firstRow(image, image.getWidth() / 2, Theme.LIGHT.color(0));
        int later = Look.firstRow(image, image.getWidth() * 3 / 4, Theme.LIGHT.color(0));

        assertThat(quarter).isGreaterThan(middle + 50);
        assertThat(middle).isGreaterThan(later + 50);
        // Equal steps on the horizontal axis are equal steps on the vertical one.
        assertThat(quarter - middle).isCloseTo(middle - later, within(4));
    }

    @Test
    void leavesAGapWhereAPointIsNotFiniteAndSaysSo() {
        var chart = plot(upTo(7), 1, 1, 1, NOT_A_NUMBER, Double.POSITIVE_INFINITY, 1, 1);
        var image = Look.at(chart);

        assertThat(Look.firstRow(image, image.getWidth() / 4, Theme.LIGHT.color(0)))
                .isPositive();
        assertThat(Look.firstRow(image, (int) (image.getWidth() * 0.6), Theme.LIGHT.color(0)))
                .isNegative();
        assertThat(chart.alt()).isEqualTo("line of 7 points, always 1; 2 points are not finite and left out");
    }

    @Test
    void drawsAPointThatStandsAlone() {
        assertThat(Look.count(Look.at(plot(upTo(3), NOT_A_NUMBER, 5, NOT_A_NUMBER)), Theme.LIGHT.color(0)))
                .isPositive();
        assertThat(Look.count(Look.at(plot(upTo(1), 5)), Theme.LIGHT.color(0))).isPositive();
    }

    @Test
    void drawsEmptyAxesWithoutPoints() {
        var empty = plot(new double[0]);

        assertThat(Look.count(Look.at(empty), Theme.LIGHT.grid())).isPositive();
        assertThat(empty.alt()).isEqualTo("line without a point");
    }

    @Test
    void drawsRangesFromTheTiniestToTheLargest() {
        for (double scale : new double[] {1e-300, 1e-12, 1e-5, 1, 1e9, 1e298}) {
            var image = Look.at(plot(upTo(3), 0, scale, 3 * scale));
            assertThat(Look.count(image, Theme.LIGHT.color(0)))
                    .as("scale %s", scale)
                    .isPositive();
        }
    }

    @Test
    void drawsValuesThatHardlyDiffer() {
        assertThat(Look.count(Look.at(plot(upTo(2), 1e15, 1e15 + 1)), Theme.LIGHT.color(0)))
                .isPositive();
    }

    @Test
    void givesEachLineItsColourAndNamesIt() {
        var lines = List.of(
                Series.of("training", upTo(3), new double[] {3, 2, 1}),
                Series.of("validation", upTo(3), new double[] {3.5, 2.5, 1.5}).withDots());
        var picture = Picture.of(Plot.of(lines).withTitles("epoch", "loss"));
        var image = Look.at(picture);

        assertThat(Look.count(image, Theme.LIGHT.color(0))).isGreaterThan(500);
        assertThat(Look.count(image, Theme.LIGHT.color(1))).isGreaterThan(500);
        assertThat(picture.alt()).contains("training of 3 points").contains("validation of 3 points");
    }

    @Test
    void showsASpikeAmongManyPoints() {
        var y = new double[100_000];
        y[70_000] = 1;
        var image = Look.at(plot(upTo(100_000), y));

        assertThat(IntStream.range(image.getWidth() / 2, image.getWidth() - 60)
                        .filter(x -> Look.firstRow(image, x, Theme.LIGHT.color(0)) < image.getHeight() / 2)
                        .count())
                .isBetween(1L, 10L);
    }

    @Test
    void refusesXAndYOfDifferentLength() {
        assertThatThrownBy(() -> plot(upTo(3), 1, 2))
                .hasMessage("plot: x has 3 values, y has 2; give one y for each x");
    }
}

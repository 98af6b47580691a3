package percolate.plotting.chart;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import percolate.plotting.Gallery;

class ChartGalleryTest {
    private static double[] upTo(int count) {
        return IntStream.range(0, count).asDoubleStream().toArray();
    }

    private static Series falling(String name, double rate) {
        return Series.of(
                name,
                upTo(40),
                IntStream.range(0, 40)
                        .mapToDouble(at -> 2.3 * Math.exp(-at * rate) + 0.05)
                        .toArray());
    }

    private static Plot losses() {
        return Plot.of(List.of(
                        falling("training", 0.2), falling("validation", 0.12).withDots()))
                .withTitles("epoch", "loss");
    }

    private static HeatMap matrix(int rows, int columns, double from) {
        var random = new Random(1);
        return HeatMap.of(
                Cells.of(random.doubles((long) rows * columns, from, 3).toArray(), rows, columns));
    }

    private static Points cloud(String name, int count, double x, double y) {
        var random = new Random(count);
        return Points.of(
                name,
                random.doubles(count).map(at -> x + at * at * 3).toArray(),
                random.doubles(count).map(at -> y + at * 2).toArray());
    }

    private static Field bowl() {
        int side = 60;
        var values = new double[side * side];
        for (int at = 0; at < values.length; at++) {
            double x = -2 + 4.0 * (at % side) / (side - 1);
            int row = at / side;
            double y = -1 + 3.0 * row / (side - 1);
            values[at] = x * x + 3 * (y - 0.3) * (y - 0.3) + Math.sin(3 * x);
        }
        return Field.of(Cells.of(values, side, side), -2, 2, -1, 2);
    }

    @TestFactory
    Stream<DynamicTest> pictures() {
        return Gallery.of("chart")
                .add("lines", () -> Picture.of(losses()).title("A loss that falls"))
                .add("lines-log", () -> Picture.of(losses()).logY())
                .add(
                        "lines-gaps",
                        () -> Picture.of(Plot.of(List.of(Series.of(
                                "", upTo(7), new double[] {1, 2, 3, Double.NaN, Double.POSITIVE_INFINITY, 2, 4})))))
                .add(
                        "lines-many",
                        () -> Picture.of(Plot.of(IntStream.range(0, 40)
                                .mapToObj(at -> falling("run number " + at, 0.01 * (at + 1)))
                                .toList())))
                .add("line-empty", () -> Picture.of(Plot.of(List.of(Series.of("", new double[0], new double[0])))))
                .add("line-point", () -> Picture.of(Plot.of(List.of(Series.of("", upTo(1), upTo(1))))))
                .add("heatmap", () -> Picture.of(matrix(5, 6, 0)))
                .add("heatmap-signed", () -> Picture.of(matrix(40, 60, -3)))
                .add(
                        "heatmap-names",
                        () -> Picture.of(matrix(3, 4, 0)
                                .withNames(
                                        List.of("a", "a rather long name of a column", "c", "d"),
                                        List.of("x", "y", "z"))))
                .add("heatmap-pixel", () -> Picture.of(matrix(1, 1, 0)))
                .add(
                        "points",
                        () -> Picture.of(Plot.of(List.of(
                                cloud("setosa", 30, 0, 0),
                                cloud("versicolor", 40, 1, 1),
                                cloud("virginica", 50, 2, 0)))))
                .add("points-crowd", () -> Picture.of(Plot.of(List.of(cloud("", 100_000, 0, 0)))))
                .add(
                        "field",
                        () -> Picture.of(
                                Plot.of(List.of(cloud("", 20, -1, 0), bowl())).withTitles("w", "b")))
                .add(
                        "grid",
                        () -> Picture.of(new Multiples(List.of(
                                Picture.of(losses()).title("One"),
                                Picture.of(matrix(5, 6, 0)).title("Two"),
                                Picture.of(losses()).logY().title("Three")))))
                .tests();
    }
}

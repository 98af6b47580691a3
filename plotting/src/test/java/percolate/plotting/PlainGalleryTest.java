package percolate.plotting;

import static percolate.Percolate.iris;
import static percolate.Percolate.linspace;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.bars;
import static percolate.plotting.Pictures.boxes;
import static percolate.plotting.Pictures.contours;
import static percolate.plotting.Pictures.grid;
import static percolate.plotting.Pictures.heatMap;
import static percolate.plotting.Pictures.histogram;
import static percolate.plotting.Pictures.plot;
import static percolate.plotting.Pictures.scatter;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import percolate.Tensor;
import percolate.plotting.chart.Picture;

class PlainGalleryTest {
    private static Tensor bell(int count) {
        var random = new Random(7);
        return tensor(
                random.doubles(count).map(at -> random.nextGaussian()).boxed().toList());
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(at -> "class " + at).toList();
    }

    private static Picture hills() {
        return contours((x, y) -> x.square().plus(y.square()).sqrt().times(3).cos(), tensor(-3, 3), tensor(-2, 2));
    }

    @TestFactory
    Stream<DynamicTest> pictures() {
        var iris = iris();
        return Gallery.of("plain")
                .add("function", () -> plot(x -> x.times(4).sin().div(x), -5, 5).axes("x", "sin 4x / x"))
                .add("function-step", () -> plot(x -> x.times(20).sigmoid().round(), -1, 1))
                .add("function-log", () -> plot(x -> x.square().minus(0.1), -1, 1)
                        .logY())
                .add("scatter", () -> scatter(iris.x().get(":, 2:4"), iris.y())
                        .axes("petal length, cm", "petal width, cm")
                        .legend(iris.classes().toArray(String[]::new)))
                .add("scatter-one", () -> scatter(tensor(new float[][] {{1, 2}})))
                .add("scatter-thousand-classes", () -> scatter(bell(2_000).reshape(1000, 2), names(1000)))
                .add("bars", () -> bars(List.of("setosa", "versicolor", "virginica"), tensor(50, 48.5, -12)))
                .add("bars-groups", () -> bars(names(4), bell(12).reshape(4, 3).abs())
                        .legend("a", "b", "c"))
                .add(
                        "bars-long-names",
                        () -> bars(
                                IntStream.range(0, 20)
                                        .mapToObj(at -> "a rather long name of class " + at)
                                        .toList(),
                                bell(20)))
                .add("bars-thousand", () -> bars(bell(1000).abs()))
                .add("histogram", () -> histogram(bell(5_000)))
                .add("histogram-whole", () -> histogram(iris.y()))
                .add("histogram-one", () -> histogram(tensor(List.of(3))))
                .add("boxes", () -> boxes(
                                List.of("sepal length", "sepal width", "petal length", "petal width"), iris.x())
                        .axes("", "cm"))
                .add("boxes-many", () -> boxes(bell(3_000).reshape(30, 100)))
                .add("heatmap", () -> heatMap(bell(48).reshape(6, 8)))
                .add("heatmap-row", () -> heatMap(linspace(0, 1, 10)))
                .add("heatmap-large", () -> heatMap(linspace(0, 1, 3_000_000).reshape(1000, 3000)))
                .add("contours", PlainGalleryTest::hills)
                .add(
                        "grid",
                        () -> grid(
                                hills().title("Hills"),
                                histogram(bell(500)).title("Bell"),
                                plot(x -> x.square(), -1, 1).title("Parabola")))
                .tests();
    }
}

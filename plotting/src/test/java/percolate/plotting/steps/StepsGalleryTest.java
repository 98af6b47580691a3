package percolate.plotting.steps;

import static percolate.Percolate.adam;
import static percolate.Percolate.dataset;
import static percolate.Percolate.dense;
import static percolate.Percolate.digits;
import static percolate.Percolate.input;
import static percolate.Percolate.linspace;
import static percolate.Percolate.sequential;
import static percolate.Percolate.sgd;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.backpropagation;
import static percolate.plotting.Pictures.convolution;
import static percolate.plotting.Pictures.descent;
import static percolate.plotting.Pictures.perceptronSteps;
import static percolate.plotting.Pictures.pooling;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import percolate.Model;
import percolate.Tensor;
import percolate.plotting.Gallery;
import percolate.plotting.chart.Picture;

class StepsGalleryTest {
    private static final Tensor IMAGE =
            tensor(new float[][] {{1, 0, 2, 1, 0}, {0, 1, 3, 1, 1}, {2, 1, 0, 0, 1}, {1, 2, 1, 3, 0}, {0, 1, 1, 2, 2}});
    private static final Tensor EDGES = tensor(new float[][] {{1, 0, -1}, {2, 0, -2}, {1, 0, -1}});
    private static final Tensor TABLE = tensor(new float[][] {{1, 5, 2, 6}, {8, 0, 4, 1}, {3, 2, 9, 7}, {5, 1, 0, 2}});

    private static Picture last(Moving<?> moving) {
        return moving.step(moving.steps().size());
    }

    private static Tensor bowl(Tensor p) {
        return p.get(0).pow(2).plus(p.get(1).pow(2).times(8));
    }

    /** The largest that can be followed, with weights that follow a pattern. */
    private static Model large() {
        var net = sequential(input(6), dense(6).tanh(), dense(6).relu(), dense(3));
        net.weights()
                .forEach((name, weight) -> net.weights(Map.of(
                        name,
                        linspace(-3, 4, weight.size())
                                .sin()
                                .reshape(weight.shape().toArray()))));
        return net;
    }

    @TestFactory
    Stream<DynamicTest> pictures() {
        return Gallery.of("steps")
                .add(
                        "convolution",
                        () -> convolution(IMAGE, EDGES).stride(2).padding(1).step(5))
                .add(
                        "convolution-dilated",
                        () -> convolution(IMAGE, EDGES).dilation(2).bias(1).step(1))
                .add("convolution-transposed", () -> convolution(tensor(new float[][] {{1, 2}, {3, -4}}), EDGES)
                        .transposed()
                        .stride(2)
                        .padding(1)
                        .step(3))
                .add("convolution-volume", () -> convolution(
                                tensor(new float[][][] {{{1, -2, 0}, {3, 1, 2}}, {{2, 0, 1}, {-1, 4, 1}}}),
                                tensor(new float[][][] {{{1, -1}}, {{0.25f, 2}}}))
                        .step(3))
                .add("convolution-image", () -> convolution(
                                digits().x().get(0).reshape(8, 8).repeat(3, 3), EDGES)
                        .step(300))
                .add("convolution-one", () -> convolution(tensor(new float[][] {{2}}), tensor(new float[][] {{3}}))
                        .step(1))
                .add("pooling", () -> pooling(TABLE, 2).step(2))
                .add(
                        "pooling-average",
                        () -> pooling(TABLE, 3).stride(1).padding(1).average().step(6))
                .add("backpropagation-forward", () -> backpropagation(
                                BackpropagationStepsTest.small(), tensor(1.0, -0.5), tensor(1.0))
                        .step(1))
                .add(
                        "backpropagation",
                        () -> last(backpropagation(BackpropagationStepsTest.small(), tensor(1.0, -0.5), tensor(1.0))))
                .add("backpropagation-large", () -> backpropagation(large(), linspace(-1, 1, 6), tensor(2))
                        .step(5))
                .add("perceptron", () -> perceptronSteps(PerceptronStepsTest.AND)
                        .step(5))
                .add("perceptron-end", () -> last(perceptronSteps(PerceptronStepsTest.AND)))
                .add(
                        "perceptron-impossible",
                        () -> last(
                                perceptronSteps(dataset(PerceptronStepsTest.CORNERS, tensor(new int[] {0, 1, 1, 0})))))
                .add("k-means", () -> KMeansStepsTest.STEPS.step(1))
                .add("k-means-end", () -> last(KMeansStepsTest.STEPS))
                .add("descent", () -> descent(x -> x.pow(2), 3, sgd(0.3)).step(2))
                .add(
                        "descent-diverging",
                        () -> last(descent(x -> x.pow(2), 3, sgd(1.1)).updates(4)))
                .add("descent-momentum", () -> descent(x -> x.sin().plus(x.div(4)), 3.5, sgd(0.5).momentum(0.8))
                        .step(7))
                .add("descent-surface", () -> descent(StepsGalleryTest::bowl, tensor(2.0, 1.0), sgd(0.11))
                        .step(9))
                .add("descent-adam", () -> last(descent(StepsGalleryTest::bowl, tensor(2.0, 1.0), adam(0.3))))
                .tests();
    }
}

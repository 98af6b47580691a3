package percolate.plotting.network;

import static percolate.Percolate.batchNorm;
import static percolate.Percolate.concat;
import static percolate.Percolate.conv2d;
import static percolate.Percolate.dense;
import static percolate.Percolate.dropout;
import static percolate.Percolate.flatten;
import static percolate.Percolate.full;
import static percolate.Percolate.gradients;
import static percolate.Percolate.input;
import static percolate.Percolate.maxPool2d;
import static percolate.Percolate.rand;
import static percolate.Percolate.residual;
import static percolate.Percolate.seed;
import static percolate.Percolate.sequential;
import static percolate.Percolate.uNet;
import static percolate.plotting.Pictures.diagram;
import static percolate.plotting.Pictures.histograms;

import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import percolate.Model;
import percolate.Tensor;
import percolate.plotting.Gallery;

class NetworkGalleryTest {
    private static Model small() {
        seed(5);
        return sequential(
                input(1, 12, 12),
                conv2d(4, 3).same().relu().named("C1"),
                maxPool2d(2),
                residual(conv2d(4, 3).same().relu(), batchNorm()).relu(),
                flatten(),
                dropout(0.2),
                dense(10).named("scores"));
    }

    private static Model deep() {
        seed(6);
        return sequential(input(4), Collections.nCopies(12, dense(4).sigmoid()));
    }

    private static Model branching() {
        return sequential(
                input(8, 6, 6),
                concat(
                        conv2d(4, 1).relu(),
                        sequential(conv2d(2, 1).relu(), conv2d(4, 3).same().relu()),
                        conv2d(2, 5).same().relu()),
                conv2d(2, 1));
    }

    private static Diagram healthy(Model net, Tensor x) {
        return diagram(net).gradients(gradients(() -> net.apply(x).square().mean(), net));
    }

    @TestFactory
    Stream<DynamicTest> pictures() {
        return Gallery.of("network")
                .add("diagram", () -> diagram(small()).picture())
                .add("diagram-unet", () -> diagram(uNet(input(1, 32, 32), 2, 4, 2))
                        .picture())
                .add("diagram-branches", () -> diagram(branching()).picture())
                .add(
                        "diagram-frozen",
                        () -> diagram(small().freeze("C1")).title("C1 rests").picture())
                .add("diagram-vanishing", () -> healthy(deep(), rand(8, 4)).picture())
                .add("diagram-deep", () -> diagram(sequential(input(4), Collections.nCopies(60, dense(4).relu())))
                        .picture())
                .add("histograms", () -> histograms(small(), rand(8, 1, 12, 12)).picture())
                .add("histograms-gradients", () -> {
                    var net = deep();
                    var x = rand(8, 4);
                    return histograms(net, x)
                            .gradients(gradients(() -> net.apply(x).square().mean(), net))
                            .picture();
                })
                .add("ridges", () -> histograms(Recorded.watched(6, 4, "gradients"), "gradients")
                        .picture())
                .add("ridges-one-epoch", () -> histograms(Recorded.watched(2, 1, "weights"), "weights")
                        .picture())
                .add("ridges-broken", () -> histograms(Recorded.broken(), "gradients")
                        .picture())
                .add("ridges-deep", () -> histograms(Recorded.watched(60, 30, "activations"), "activations")
                        .picture())
                .add("histograms-broken", () -> histograms(
                                small().weights(Map.of("scores.bias", full(Double.NaN, 10))), rand(8, 1, 12, 12))
                        .picture())
                .tests();
    }
}

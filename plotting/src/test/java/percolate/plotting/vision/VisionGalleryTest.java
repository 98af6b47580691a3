package percolate.plotting.vision;

import static percolate.Percolate.TIME;
import static percolate.Percolate.adam;
import static percolate.Percolate.conv2d;
import static percolate.Percolate.dense;
import static percolate.Percolate.digits;
import static percolate.Percolate.embedding;
import static percolate.Percolate.flatten;
import static percolate.Percolate.full;
import static percolate.Percolate.gru;
import static percolate.Percolate.input;
import static percolate.Percolate.int64;
import static percolate.Percolate.lstm;
import static percolate.Percolate.maxPool2d;
import static percolate.Percolate.positionalEncoding;
import static percolate.Percolate.rand;
import static percolate.Percolate.randn;
import static percolate.Percolate.seed;
import static percolate.Percolate.sequential;
import static percolate.Percolate.tensor;
import static percolate.Percolate.transformerEncoder;
import static percolate.plotting.Pictures.attention;
import static percolate.plotting.Pictures.explain;
import static percolate.plotting.Pictures.featureMaps;
import static percolate.plotting.Pictures.gates;
import static percolate.plotting.Pictures.gradCam;
import static percolate.plotting.Pictures.kernels;
import static percolate.plotting.Pictures.occlusion;
import static percolate.plotting.Pictures.saliency;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import percolate.Model;
import percolate.Tensor;
import percolate.plotting.Gallery;

class VisionGalleryTest {
    private static final String[] WORDS = {"This", "morning", "I", "took", "my", "cat"};

    private static Model trained() {
        seed(7);
        var net = sequential(
                input(1, 8, 8),
                conv2d(8, 3).same().relu().named("C1"),
                maxPool2d(2),
                conv2d(12, 3).same().relu().named("C2"),
                flatten(),
                dense(32).tanh(),
                dense(10));
        net.train(digits().take(600))
                .optimizer(adam(3e-3))
                .epochs(3)
                .seed(1)
                .threads(1)
                .quiet()
                .fit();
        return net;
    }

    private static Tensor sentence() {
        return tensor(new int[] {1, 2, 3, 4, 5, 6});
    }

    private static Model transformer() {
        seed(8);
        return sequential(
                input(TIME).to(int64), embedding(9, 8), positionalEncoding(), transformerEncoder(4, 16), dense(2));
    }

    private static Model recurrent() {
        seed(9);
        return sequential(
                input(TIME).to(int64),
                embedding(9, 4),
                lstm(6).returnSequences().named("memory"),
                gru(3));
    }

    private static Model colour() {
        seed(10);
        return sequential(input(3, 9, 7), conv2d(5, 3), conv2d(20, 3), flatten(), dense(4));
    }

    private static Attention manySteps() {
        seed(11);
        return attention(sequential(input(TIME, 4), transformerEncoder(1, 4)), randn(200, 4));
    }

    private static FeatureMaps manyChannels() {
        seed(12);
        return featureMaps(sequential(input(1, 1, 1), conv2d(1000, 1)), full(1, 1, 1, 1))
                .at("conv2d1");
    }

    @TestFactory
    Stream<DynamicTest> pictures() {
        var net = trained();
        var three = digits().x().get(13);
        return Gallery.of("vision")
                .add("kernels", () -> kernels(net, "C1").picture())
                .add("kernels-channels", () -> kernels(net, "C2").picture())
                .add("kernels-colour", () -> kernels(colour(), "conv2d1").picture())
                .add("kernels-dense", () -> kernels(net, "dense2").picture())
                .add("kernels-nan", () -> kernels(
                                trained().weights(Map.of("C1.weight", full(Double.NaN, 8, 1, 3, 3))), "C1")
                        .picture())
                .add("feature-maps", () -> featureMaps(net, three).picture())
                .add("feature-maps-one", () -> featureMaps(net, three).at("C2").picture())
                .add("feature-maps-many", () -> manyChannels().picture())
                .add("saliency", () -> saliency(net, three).title("A three").picture())
                .add("saliency-colour", () -> saliency(colour(), rand(3, 9, 7)).picture())
                .add("grad-cam", () -> gradCam(net, three, 3).picture())
                .add("occlusion", () -> occlusion(net, three).picture())
                .add("explain", () -> explain(net, three).picture())
                .add("explain-colour", () -> explain(colour(), rand(3, 9, 7)).picture())
                .add(
                        "attention",
                        () -> attention(transformer(), sentence()).words(WORDS).picture())
                .add("attention-long", () -> manySteps().picture())
                .add("gates", () -> gates(recurrent(), sentence()).words(WORDS).picture())
                .add("gates-long", () -> gates(recurrent(), tensor(new int[300]))
                        .picture())
                .tests();
    }
}

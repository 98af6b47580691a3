package percolate.plotting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.conv2d;
import static percolate.Percolate.dense;
import static percolate.Percolate.digits;
import static percolate.Percolate.flatten;
import static percolate.Percolate.full;
import static percolate.Percolate.input;
import static percolate.Percolate.maxPool2d;
import static percolate.Percolate.rand;
import static percolate.Percolate.sequential;
import static percolate.plotting.Pictures.explain;
import static percolate.plotting.Pictures.featureMaps;
import static percolate.plotting.Pictures.kernels;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import percolate.Layer;
import percolate.Model;

class FeatureMapsTest {
    private static Model net() {
        return sequential(
                input(1, 8, 8),
                conv2d(6, 3).same().relu().named("C1"),
                maxPool2d(2),
                flatten(),
                dense(4).tanh(),
                dense(3));
    }

    @Test
    void showsTheMapsOfEveryLayerThatHasSome() {
        assertThat(featureMaps(net(), rand(1, 8, 8)).alt())
                .matches("feature maps: C1 6 maps of 8 × 8, 0 to .*; maxPool2d1 6 maps of 4 × 4, .*");
        assertThat(featureMaps(net(), rand(1, 8, 8)).at("C1").alt()).startsWith("feature maps: C1 6 maps");
    }

    @Test
    void takesAThousandChannelsAndOnePixel() {
        var wide = sequential(input(1, 1, 1), conv2d(1000, 1));
        assertThat(featureMaps(wide, rand(1, 1, 1)).alt()).contains("1000 maps of 1 × 1");
        assertThat(featureMaps(wide, rand(1, 1, 1)).picture().size().width()).isLessThan(800);
        assertThat(featureMaps(wide, rand(1, 1, 1))
                        .at("conv2d1")
                        .picture()
                        .size()
                        .height())
                .isLessThan(4000);
    }

    @Test
    void takesHugeImages() {
        var net = sequential(input(3, 300, 900), conv2d(2, 3));
        assertThat(featureMaps(net, rand(3, 300, 900)).picture().size().width()).isLessThan(800);
    }

    @Test
    void namesTheLayersThatHaveMaps() {
        assertThatThrownBy(() -> featureMaps(net(), rand(1, 8, 8)).at("dense1"))
                .hasMessage(
                        "featureMaps: expected one of the layers with maps, [C1, maxPool2d1], got \"dense1\"; name one"
                                + " of these");
        assertThatThrownBy(() -> featureMaps(sequential(input(4), dense(2)), rand(4)))
                .hasMessageContaining("got none among [dense1]");
    }

    @Test
    void showsKernelsOfEveryForm() {
        var colour = sequential(input(3, 8, 8), conv2d(4, 3), conv2d(40, 3), flatten(), dense(2));
        assertThat(kernels(net(), "C1").alt()).startsWith("weights of C1, [6, 1, 3, 3], ");
        for (var name : List.of("conv2d1", "conv2d2", "dense1")) {
            assertThat(kernels(colour, name).picture().png()).isNotEmpty();
            assertThat(kernels(colour, name).dark().picture().png()).isNotEmpty();
        }
        assertThat(kernels(sequential(input(64), dense(10)), "dense1").alt()).startsWith("weights of dense1, [64, 10]");
    }

    @Test
    void namesWeightsThatAreNoNumbers() {
        var net = net().weights(Map.of("C1.weight", full(Double.NaN, 6, 1, 3, 3)));
        assertThat(kernels(net, "C1").alt()).endsWith("54 are no finite numbers");
        assertThat(kernels(net, "C1").picture().png()).isNotEmpty();
    }

    @Test
    void namesTheLayersThatHaveKernels() {
        assertThatThrownBy(() -> kernels(net(), "flatten1"))
                .hasMessageContaining("one of [C1, dense1, dense2], got \"flatten1\"");
    }

    @Test
    void explainsAnImageFromInputToPrediction() {
        assertThat(explain(net(), rand(1, 8, 8)).alt())
                .matches("an image of 8 × 8 on its way through C1, maxPool2d1, flatten1, dense1, dense2 to class \\d"
                        + " \\(.*%\\)");
        assertThat(explain(net(), rand(1, 8, 8))
                        .classes(List.of("cat", "dog", "hen"))
                        .alt())
                .containsAnyOf("cat", "dog", "hen");
        assertThatThrownBy(() -> explain(net(), rand(1, 8, 8)).classes(List.of("cat")))
                .hasMessage("explain: expected 3 names, one for each output of the network, got 1");
    }

    @Test
    void explainsADeepNetworkBySomeOfItsLayers() {
        var layers = IntStream.range(0, 60)
                .mapToObj(at -> (Layer) conv2d(2, 3).same().relu())
                .toList();
        var net = sequential(sequential(input(1, 6, 6), layers), flatten(), dense(1));
        assertThat(explain(net, rand(1, 6, 6)).alt()).contains("conv2d1, conv2d", "dense1 to the output");
        assertThat(explain(net, rand(1, 6, 6)).picture().size().width()).isLessThan(1500);
    }

    @Test
    void explainsFlatDigits() {
        var net = sequential(input(64), dense(10));
        assertThat(explain(net, digits().x().get(0)).alt()).startsWith("an image of 8 × 8");
    }
}

package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.model.Kinds;

class LayerTest {
    /** Every kind of layer, with its options. */
    static Stream<Layer> all() {
        return Stream.of(
                dense(10),
                dense(10).withBias(false).named("last"),
                conv2d(6, 5),
                conv2d(6, 3, 5).stride(2).padding(1),
                conv2d(6, 5).same().withBias(false),
                maxPool2d(2),
                maxPool2d(3).stride(2).padding(1),
                avgPool2d(2),
                globalAvgPool2d(),
                flatten(),
                reshape(1, 4, 4),
                dropout(0.25),
                embedding(12, 4),
                lstm(5),
                lstm(5).returnSequences(),
                relu(),
                leakyRelu(0.2),
                elu(),
                selu(),
                gelu(),
                swish(),
                tanh(),
                sigmoid(),
                softmax(),
                logSoftmax(),
                softplus(),
                hardTanh(),
                dense(3).relu(),
                dense(3).leakyRelu(0.2),
                conv2d(3, 3).softplus(),
                lstm(3).swish());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aLayerIsEqualToOneOfTheSameAttributes(Layer layer) {
        var same = Kinds.layer(layer.attributes());
        assertThat(same).isEqualTo(layer).hasSameHashCodeAs(layer).hasToString(layer.toString());
        assertThat(same).isNotSameAs(layer);
    }

    @Test
    void noTwoDifferentLayersAreEqual() {
        assertThat(all().distinct().count()).isEqualTo(all().count());
        assertThat(dense(3)).isNotEqualTo(dense(4)).isNotEqualTo(dense(3).named("a"));
        assertThat(maxPool2d(2)).isNotEqualTo(avgPool2d(2));
    }

    @Test
    void optionsComeInAnyOrder() {
        assertThat(conv2d(6, 5).relu().same()).isEqualTo(conv2d(6, 5).same().relu());
        assertThat(dense(3).named("a").tanh()).isEqualTo(dense(3).tanh().named("a"));
        assertThat(dense(3).withBias(true)).isEqualTo(dense(3));
        assertThat(dropout(0)).isEqualTo(dropout(0.0f));
    }

    @Test
    void theLastWordCounts() {
        assertThat(dense(3).leakyRelu(0.1).relu()).isEqualTo(dense(3).relu());
        assertThat(dense(3).withBias(false).withBias(true)).isEqualTo(dense(3));
        assertThat(conv2d(6, 5).same().padding(1)).isEqualTo(conv2d(6, 5).padding(1));
        assertThat(conv2d(6, 5).padding(1).same()).isEqualTo(conv2d(6, 5).same());
    }

    @Test
    void optionsGiveNewLayers() {
        var plain = dense(3);
        var activated = plain.relu();
        assertThat(plain).hasToString("dense(3)");
        assertThat(activated).hasToString("dense(3).relu()");
    }

    @Test
    void aLayerReadsAsItWasWritten() {
        assertThat(conv2d(6, 5).same().tanh()).hasToString("conv2d(6, 5).same().tanh()");
        assertThat(conv2d(6, 3, 5).stride(2).padding(1).withBias(false))
                .hasToString("conv2d(6, 3, 5).stride(2).padding(1).withBias(false)");
        assertThat(conv2d(6, 5).same().padding(1)).hasToString("conv2d(6, 5).padding(1)");
        assertThat(maxPool2d(3).stride(2).padding(1)).hasToString("maxPool2d(3).stride(2).padding(1)");
        assertThat(leakyRelu(0.2)).hasToString("leakyRelu(0.2)");
        assertThat(dense(3).leakyRelu(0.2)).hasToString("dense(3).leakyRelu(0.2)");
        assertThat(dropout(0.5)).hasToString("dropout(0.5)");
        assertThat(reshape(1, 28, 28)).hasToString("reshape(1, 28, 28)");
        assertThat(embedding(65, 8)).hasToString("embedding(65, 8)");
        assertThat(lstm(8).returnSequences()).hasToString("lstm(8).returnSequences()");
        assertThat(List.of(relu(), softmax(), globalAvgPool2d(), flatten()))
                .hasToString("[relu(), softmax(), globalAvgPool2d(), flatten()]");
    }

    @Test
    void eachUseOfALayerHasWeightsOfItsOwn() {
        var layer = dense(3);
        var net = sequential(input(3), layer, layer);
        assertThat(net.weights()).hasSize(4);
        assertThat(net.weight("dense1.weight").isClose(net.weight("dense2.weight"), 0))
                .isFalse();
    }

    @Test
    void aListOfDifferentLayersIsAListOfLayers() {
        List<? extends Layer> layers = List.of(dense(10), dropout(0.5));
        assertThat(sequential(input(4), layers).graph().steps()).hasSize(2);
    }
}

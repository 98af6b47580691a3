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
                lstm(3).swish(),
                dense(3).prelu(),
                dense(3).step(),
                dense(3).init(normal(0, 0.01)),
                step(),
                prelu(),
                dotAttention().unscaled().causal(),
                additiveAttention(4).heads(2).dropout(0.1),
                multiHeadAttention(2).withBias(false).causal().dropout(0.1),
                conv1d(4, 3),
                conv1d(4, 3).causal().dilation(2),
                conv1d(4, 3).same().stride(2),
                conv2d(4, 3).groups(2).dilation(2).same(),
                conv3d(2, 2),
                convTranspose2d(3, 2).stride(2),
                convTranspose2d(3, 3, 2).stride(2).padding(1).outputPadding(1),
                depthwiseConv2d(3),
                depthwiseConv2d(3).multiplier(2).padding(1),
                separableConv2d(4, 3).same(),
                locallyConnected2d(2, 3).stride(2),
                maxPool1d(2),
                avgPool1d(3).stride(1).same(),
                maxPool2d(3).same().withIndices(),
                globalMaxPool2d(),
                globalAvgPool1d(),
                globalMaxPool1d(),
                upsample2d(2),
                upsample2d(3).bilinear(),
                permute(1, 0),
                permute(2, 0, 1),
                repeatVector(3),
                spatialDropout(0.25),
                batchNorm(),
                batchNorm().momentum(0.2).eps(1e-3),
                layerNorm(),
                groupNorm(2),
                localResponseNorm(),
                localResponseNorm().size(3).alpha(0.1).beta(0.5).k(1),
                positionalEncoding(),
                embedding(12, 4).padding(0),
                simpleRnn(5),
                simpleRnn(5).relu().returnSequences(),
                simpleRnn(5).leakyRelu(0.1),
                lstm(5).peephole(),
                lstm(5).coupledGates().returnSequences(),
                lstm(5).layers(2).reverse(),
                gru(5),
                gru(5).cho().withBias(false),
                minimalGru(5).returnSequences(),
                bidirectional(lstm(4).returnSequences()),
                bidirectional(gru(4)).sum().tanh());
    }

    /** Layers that need further inputs or give further outputs. */
    static Stream<Layer> joining() {
        return Stream.of(
                multiHeadAttention(2).causal().masked(),
                gru(3).returnSequences().returnState(),
                gru(3).returnState().masked(),
                bidirectional(gru(3)).masked(),
                unpool2d(2),
                unpool2d(2).to(5, 4));
    }

    @ParameterizedTest
    @MethodSource({"all", "joining"})
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
        assertThat(conv1d(4, 3).dilation(2).causal()).hasToString("conv1d(4, 3).dilation(2).causal()");
        assertThat(conv3d(4, 2, 3, 3).withBias(false)).hasToString("conv3d(4, 2, 3, 3).withBias(false)");
        assertThat(depthwiseConv2d(3).multiplier(2)).hasToString("depthwiseConv2d(3).multiplier(2)");
        assertThat(maxPool2d(3).stride(1).same()).hasToString("maxPool2d(3).stride(1).same()");
        assertThat(lstm(8).peephole().layers(2).returnSequences())
                .hasToString("lstm(8).layers(2).peephole().returnSequences()");
        assertThat(simpleRnn(8).relu()).hasToString("simpleRnn(8).relu()");
        assertThat(bidirectional(gru(8)).sum().tanh()).hasToString("bidirectional(gru(8)).sum().tanh()");
        assertThat(dense(3).init(normal(0, 1))).hasToString("dense(3).init(normal(0.0, 1.0))");
        assertThat(dense(2).weight(ones(3, 2)).relu()).hasToString("dense(2).weight(tensor[3, 2]).relu()");
        assertThat(List.of(relu(), softmax(), globalAvgPool2d(), flatten()))
                .hasToString("[relu(), softmax(), globalAvgPool2d(), flatten()]");
    }

    @Test
    void givenWeightsBelongToTheDescription() {
        var given = dense(2).weight(tensor(1, -1, 1, -1).reshape(2, 2)).bias(tensor(-1.5, 0.5));
        assertThat(given)
                .isEqualTo(dense(2).bias(tensor(-1.5, 0.5))
                        .weight(tensor(1, -1, 1, -1).reshape(2, 2)));
        assertThat(given).isNotEqualTo(dense(2)).isNotEqualTo(given.bias(tensor(0, 0)));
        assertThat(Kinds.layer(given.attributes())).isEqualTo(given);
        var net = sequential(input(2), given);
        assertThat(net.weight("dense1.weight").toFloatArray()).containsExactly(1, -1, 1, -1);
        assertThat(net.weight("dense1.bias").toFloatArray()).containsExactly(-1.5f, 0.5f);
        assertThat(given.withBias(false))
                .isEqualTo(dense(2).weight(tensor(1, -1, 1, -1).reshape(2, 2)).withBias(false));
    }

    @Test
    void aTrainingStartsFromGivenWeightsAndLeavesThemAsTheyAre() {
        var given = dense(1).weight(ones(1, 1)).withBias(false);
        var data = dataset(ones(1, 1), zeros(1, 1));
        for (int i = 0; i < 2; i++) {
            var net = sequential(input(1), given);
            net.train(data).loss(mse()).optimizer(sgd(0.25)).epochs(1).quiet().fit();
            assertThat(net.weight("dense1.weight").item()).isEqualTo(0.5f);
        }
    }

    @Test
    void aScalarIsAWeightOfOneElement() {
        var and = dense(1).weight(tensor(1, 1).reshape(2, 1)).bias(tensor(-1.5)).step();
        var x = tensor(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        assertThat(sequential(input(2), and).predict(x).toFloatArray()).containsExactly(0, 0, 0, 1);
    }

    @Test
    void recurrentAndSeparableLayersTakeEachOfTheirWeights() {
        var rnn = simpleRnn(2).weight(ones(3, 2)).recurrent(zeros(2, 2)).bias(tensor(1, 2));
        var net = sequential(input(TIME, 3), rnn);
        assertThat(net.weight("simpleRnn1.input").toFloatArray()).containsExactly(1, 1, 1, 1, 1, 1);
        assertThat(net.weight("simpleRnn1.bias").toFloatArray()).containsExactly(1, 2);
        var separable = separableConv2d(1, 2).weight(ones(1, 1, 2, 2)).pointwise(full(3, 1, 1, 1, 1));
        assertThat(sequential(input(1, 2, 2), separable)
                        .predict(ones(1, 1, 2, 2))
                        .item())
                .isEqualTo(12);
    }

    @Test
    void aPreluLearnsItsSlope() {
        var net =
                sequential(input(1), dense(1).weight(ones(1, 1)).withBias(false).prelu());
        assertThat(net.weights()).containsOnlyKeys("dense1.weight", "dense1.slope");
        assertThat(net.predict(tensor(-2, 2).reshape(2, 1)).toFloatArray()).containsExactly(-0.5f, 2);
        assertThat(net.summary().rows().get(0).parameterFormula()).isEqualTo("1·1 + 1 = 2");
        net.train(dataset(full(-1, 4, 1), full(-3, 4, 1)))
                .loss(mse())
                .optimizer(sgd(0.1))
                .epochs(20)
                .quiet()
                .fit();
        assertThat(net.weight("dense1.slope").item()).isGreaterThan(0.5f);
    }

    @Test
    void runningMeansAreNoParameters() {
        var net = sequential(input(64, 4, 4), batchNorm());
        assertThat(net.parameterCount()).isEqualTo(128);
        assertThat(net.summary().rows().get(0).parameterFormula()).isEqualTo("2·64 = 128; besides 2·64 running");
        assertThat(net.weight("batchNorm1.runningVariance").isClose(1, 0)).isTrue();
    }

    @Test
    void aPaddingWordIsAZeroVectorThatIsNeverTrained() {
        var net = sequential(input(TIME), embedding(3, 4).padding(1));
        net.weights(net.weights());
        var row = net.weight("embedding1.weight").slice(0, 1, 2);
        var words = tensor(new int[][] {{0, 1, 2}});
        assertThat(net.predict(words).slice(1, 1, 2).isClose(0, 0)).isTrue();
        net.train(dataset(words, ones(1, 3, 4)))
                .loss(mse())
                .optimizer(sgd(1))
                .epochs(2)
                .quiet()
                .fit();
        assertThat(net.weight("embedding1.weight").slice(0, 1, 2).isClose(row, 0))
                .isTrue();
        assertThat(net.predict(words).slice(1, 1, 2).isClose(0, 0)).isTrue();
    }

    @Test
    void causalConvolutionsDoNotSeeTheFuture() {
        var net = sequential(input(8, 2), conv1d(3, 3).dilation(2).causal());
        var x = randn(1, 8, 2);
        var changed = concat(1, x.slice(1, 0, 5), randn(1, 3, 2));
        var before = net.predict(x);
        var after = net.predict(changed);
        assertThat(before.shape()).isEqualTo(Shape.of(1, 8, 3));
        assertThat(before.slice(1, 0, 5).isClose(after.slice(1, 0, 5), 1e-6)).isTrue();
        assertThat(before.slice(1, 5, 8).isClose(after.slice(1, 5, 8), 1e-3)).isFalse();
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

package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.program.OneByOne;

/** Whatever runs as one native program runs layer by layer too, with the same numbers. */
@Isolated
class TwoWaysTest {
    private static final Shape IMAGE = Shape.of(2, 8, 8);
    private static final Shape SEQUENCE = Shape.of(6, 3);
    private static final Shape VECTOR = Shape.of(8);

    @AfterEach
    void together() {
        OneByOne.force(false);
    }

    static Stream<Arguments> layers() {
        var images = Stream.of(
                        conv2d(3, 3).relu(),
                        conv2d(4, 3).same(),
                        conv2d(4, 3).stride(2).padding(1),
                        depthwiseConv2d(3),
                        separableConv2d(3, 3),
                        convTranspose2d(3, 2).stride(2),
                        locallyConnected2d(2, 3),
                        maxPool2d(2),
                        avgPool2d(2),
                        globalAvgPool2d(),
                        upsample2d(2),
                        flatten(),
                        permute(1, 2, 0),
                        batchNorm(),
                        groupNorm(2),
                        layerNorm(),
                        localResponseNorm(),
                        prelu(),
                        softmax(),
                        residual(conv2d(4, 3).same(), batchNorm().relu()).relu(),
                        concat(conv2d(2, 1), conv2d(3, 3).same()))
                .map(layer -> Arguments.of(layer, IMAGE));
        var sequences = Stream.of(
                        lstm(4),
                        lstm(4).returnSequences(),
                        lstm(4).peephole(),
                        gru(4),
                        gru(4).cho(),
                        minimalGru(4),
                        simpleRnn(4).returnSequences(),
                        bidirectional(lstm(3)),
                        conv1d(3, 2),
                        positionalEncoding(),
                        dotAttention().causal(),
                        additiveAttention(4).heads(2),
                        multiHeadAttention(3),
                        transformerEncoder(3, 5).layers(2).causal(),
                        timeDistributed(dense(4).relu(), dense(2)),
                        dense(4).tanh(),
                        layerNorm())
                .map(layer -> Arguments.of(layer, SEQUENCE));
        var vectors = Stream.of(
                        dense(5).relu(),
                        dense(5).softmax(),
                        reshape(2, 4),
                        repeatVector(3),
                        batchNorm(),
                        leakyRelu(0.1),
                        elu(),
                        selu(),
                        gelu(),
                        swish(),
                        tanh(),
                        sigmoid(),
                        softplus(),
                        hardTanh(),
                        logSoftmax(),
                        identity(),
                        sequential(dense(4).relu(), dense(3)),
                        add(dense(3), dense(3)),
                        multiply(identity(), dense(8).sigmoid()),
                        residual(dense(8).tanh()))
                .map(layer -> Arguments.of(layer, VECTOR));
        return Stream.of(images, sequences, vectors).flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aLayerGivesTheSameOutputsGradientsAndSteps(Layer layer, Shape input) {
        var once = results(layer, input, false);
        var again = results(layer, input, true);
        assertThat(again.keySet()).isEqualTo(once.keySet());
        once.forEach((name, value) -> {
            double largest = Math.max(1e-3, value.abs().max().item());
            assertThat(again.get(name).isClose(value, largest * 1e-5)).as(name).isTrue();
        });
    }

    private static Map<String, Tensor> results(Layer layer, Shape input, boolean stepwise) {
        OneByOne.force(stepwise);
        seed(3);
        var x = randn(input.prepend(12).toArray());
        var y = randn(12, 2);
        var described = sequential(input(input.toArray()), layer);
        var flat = described.outputShape().rank() == 1 ? layer : sequential(layer, flatten());
        var net = sequential(input(input.toArray()), flat, dense(2));
        var results = new LinkedHashMap<String, Tensor>();
        results.put("output", net.predict(x));
        var g = gradients(() -> mse().of(net.eval().apply(x), y), net);
        g.all().forEach((name, value) -> results.put("gradient of " + name, value));
        var run = net.train(dataset(x, y))
                .optimizer(adam(0.01).clipNorm(1))
                .batch(4)
                .epochs(1)
                .seed(5)
                .quiet()
                .fit();
        results.put("loss", tensor(run.loss()));
        results.putAll(net.weights());
        results.put("evaluation", tensor(net.evaluate(dataset(x, y)).loss()));
        return results;
    }

    @Test
    void differencesAndQuotientsOfNodesAreTheSameBothWays() {
        var x = input(8);
        var net = model(x, x.then(dense(8)).minus(x).div(x.then(dense(8).softplus())));
        var batch = randn(4, 8);
        OneByOne.force(false);
        var once = gradients(() -> net.apply(batch).square().mean(), net);
        OneByOne.force(true);
        var again = gradients(() -> net.apply(batch).square().mean(), net);
        assertThat(again.loss()).isCloseTo(once.loss(), within(1e-5f * Math.max(1, Math.abs(once.loss()))));
        once.all().forEach((name, value) -> assertThat(again.of(name)
                        .isClose(value, 1e-4 * Math.max(1, value.abs().max().item())))
                .as(name)
                .isTrue());
    }

    static Stream<Arguments> optimizers() {
        return Stream.of(
                        sgd(0.1),
                        sgd(0.1).momentum(0.9),
                        sgd(0.1).momentum(0.9).nesterov(),
                        adam(0.01),
                        adam(0.01).weightDecay(0.1).clipNorm(0.1))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anOptimizerStepsTheSame(Optimizer optimizer) {
        var weights = Stream.of(false, true)
                .map(stepwise -> {
                    OneByOne.force(stepwise);
                    seed(1);
                    var net = sequential(input(4), dense(6).tanh(), dropout(0.3), dense(3).softmax());
                    var data = dataset(randn(12, 4), randint(0, 3, 12));
                    net.train(data)
                            .optimizer(optimizer)
                            .batch(4)
                            .epochs(1)
                            .seed(2)
                            .quiet()
                            .fit();
                    return net.weight("dense1.weight");
                })
                .toList();
        assertThat(weights.get(1).isClose(weights.get(0), 1e-6)).isTrue();
    }
}

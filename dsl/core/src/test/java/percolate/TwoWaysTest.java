package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Fixture.assertClose;
import static percolate.Percolate.*;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;
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
    private static final Shape WORDS = Shape.of(6);
    private static final Shape VOLUME = Shape.of(2, 3, 4, 4);

    @AfterEach
    void together() {
        OneByOne.force(false);
    }

    static Stream<Arguments> layers() {
        var images = Stream.of(
                        conv2d(3, 3).relu(),
                        conv2d(4, 3).same(),
                        conv2d(4, 3).stride(2).padding(1),
                        conv2d(4, 3).dilation(2).groups(2),
                        depthwiseConv2d(3),
                        separableConv2d(3, 3),
                        convTranspose2d(3, 2).stride(2),
                        locallyConnected2d(2, 3),
                        maxPool2d(2),
                        maxPool2d(3).stride(1).same(),
                        unpooled(),
                        avgPool2d(2),
                        globalAvgPool2d(),
                        globalMaxPool2d(),
                        upsample2d(2),
                        upsample2d(2).bilinear(),
                        spatialDropout(0.3),
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
                        lstm(4).layers(2).reverse(),
                        lstm(4).peephole(),
                        lstm(4).coupledGates(),
                        lstm(4).layers(2).stateful(),
                        gru(4).returnSequences().stateful(),
                        minimalGru(4).stateful(),
                        gru(4),
                        gru(4).cho(),
                        minimalGru(4),
                        gru(4).withBias(false),
                        simpleRnn(4).returnSequences(),
                        simpleRnn(4).relu(),
                        simpleRnn(4).swish(),
                        bidirectional(lstm(3)),
                        bidirectional(gru(3).layers(2)).sum(),
                        conv1d(3, 2),
                        conv1d(4, 3).causal().dilation(2),
                        maxPool1d(2),
                        avgPool1d(2),
                        globalAvgPool1d(),
                        globalMaxPool1d(),
                        batchNorm(),
                        permute(1, 0),
                        positionalEncoding(),
                        dotAttention().causal(),
                        additiveAttention(4).heads(2),
                        multiHeadAttention(3),
                        multiHeadAttention(3).causal().dropout(0.2),
                        transformerEncoder(3, 5).layers(2).causal(),
                        transformerEncoder(3, 5).preNorm().gelu(),
                        decoder(),
                        timeDistributed(dense(4).relu(), dense(2)),
                        dense(4).tanh(),
                        layerNorm())
                .map(layer -> Arguments.of(layer, SEQUENCE));
        var vectors = Stream.of(
                        dense(5).relu(),
                        dense(5).softmax(),
                        dense(5).prelu(),
                        dense(5).rate(0.1).l2(0.01).maxNorm(0.5),
                        dropout(0.3),
                        relu(),
                        step(),
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
        var others = Stream.of(
                Arguments.of(conv3d(2, 2), VOLUME),
                Arguments.of(embedding(12, 4), WORDS),
                Arguments.of(sequential(embedding(12, 4).padding(0), gru(4)), WORDS),
                Arguments.of(sequential(embedding(12, 4).padding(0), bidirectional(lstm(3))), WORDS),
                Arguments.of(sequential(embedding(12, 4).padding(0), multiHeadAttention(2)), WORDS));
        return Stream.of(images, sequences, vectors, others).flatMap(s -> s);
    }

    private static Model unpooled() {
        var image = input(2, 8, 8);
        var pooled = image.then(maxPool2d(2).withIndices());
        return model(image, pooled.then(unpool2d(2), pooled.indices()));
    }

    private static Model decoder() {
        var x = input(6, 3);
        return model(x, x.then(transformerDecoder(3, 5).causal(), x.then(dense(4))));
    }

    /** Examples that the layer takes. */
    static Tensor examples(Layer layer, Shape input, int count) {
        int[] shape = input.prepend(count).toArray();
        return input.equals(WORDS) ? randint(0, 12, shape) : randn(shape);
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

    static Map<String, Tensor> results(Layer layer, Shape input, boolean stepwise) {
        OneByOne.force(stepwise);
        seed(3);
        var x = examples(layer, input, 12);
        var y = randn(12, 2);
        // A model brings its weights along, which the first way would train for the second.
        var anew = layer.kind().equals("model") ? ((Model) layer).copy(4) : layer;
        var described = sequential(input(input.toArray()), anew);
        var flat = described.outputShape().rank() == 1 ? anew : sequential(anew, flatten());
        var net = sequential(input(input.toArray()), flat, dense(2));
        var results = new LinkedHashMap<String, Tensor>();
        results.put("output", net.predict(x));
        net.resetStates();
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

    static Stream<Arguments> optimizers() {
        var more = Stream.of(
                sgd(0.1),
                sgd(0.1).momentum(0.9),
                sgd(0.1).momentum(0.9).nesterov(),
                sgd(0.1).maxNorm(0.5),
                adam(0.01),
                adam(0.01).weightDecay(0.1).clipNorm(0.1),
                sgd(0.1).momentum(0.9).rate("dense2", 0.01),
                adagrad(0.1).rate("dense2", 0.01));
        return Stream.concat(more, Written.optimizers()).map(Arguments::of);
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

    static Stream<String> losses() throws IOException {
        return Fixture.files("oracle").stream()
                .filter(file -> Fixture.read("oracle", file).is("loss"));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aLossTrainsTheSame(String file) {
        var weights = Stream.of(false, true)
                .map(stepwise -> {
                    OneByOne.force(stepwise);
                    return trained(Fixture.read("oracle", file));
                })
                .toList();
        assertClose(weights.get(1), weights.get(0), "weight");
    }

    /** A layer that gives its input as it is, and has a weight that the loss moves; behind it the fixture's own layer. */
    static Tensor trained(Fixture fixture) {
        var x = fixture.tensor("input");
        var example = x.shape().dropFirst(1);
        boolean image = example.rank() == 3;
        int width = example.get(image ? 0 : -1);
        Layer same = image
                ? conv2d(width, 1)
                        .weight(eye(width).reshape(width, width, 1, 1))
                        .withBias(false)
                : dense(width).weight(eye(width)).withBias(false);
        var ends = fixture.config().getAsJsonArray("layers");
        var end = ends.isEmpty()
                ? identity()
                : activation(ends.get(0).getAsJsonObject().get("type").getAsString());
        var net = sequential(input(example.toArray()), same, end);
        var run = net.train(dataset(x, fixture.tensor("target")))
                .loss(Written.loss(fixture.text("loss")))
                .optimizer(sgd(0.1))
                .batch(x.size(0))
                .epochs(2)
                .seed(1)
                .quiet()
                .fit();
        double expected = fixture.parts().get("loss").getAsDouble();
        assertThat(run.history().get(0).loss()).isCloseTo(expected, within(Math.max(1, expected) * 1e-5));
        return net.weights().values().iterator().next();
    }

    private static Layer activation(String name) {
        return name.equals("softmax") ? softmax() : sigmoid();
    }
}

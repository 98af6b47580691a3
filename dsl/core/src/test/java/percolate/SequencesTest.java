package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models from sequences to sequences: attention, masks, states handed on. */
class SequencesTest {
    private static final int WORDS = 7;
    private static final int BEGIN = 1;

    /** An encoder and a decoder that attends to it, as students write them. */
    private static Model translator() {
        var source = input(TIME).to(int64);
        var target = input(TIME).to(int64);
        var memory = source.then(embedding(WORDS, 16).padding(0)).then(gru(24).returnSequences());
        var decoded = target.then(embedding(WORDS, 16)).then(gru(24).returnSequences(), memory.state());
        var context = decoded.then(additiveAttention(16).heads(1), memory).named("attention");
        return model(List.of(source, target), decoded.concat(context).then(dense(WORDS)));
    }

    /** Words 2 to 6, four in a row. */
    private static Tensor words(int count) {
        return randint(2, WORDS, count, 4);
    }

    private static Tensor reversed(Tensor words) {
        return words.get(":, ::-1");
    }

    /** What the decoder has seen before each word that it is to say. */
    private static Tensor before(Tensor answer) {
        return concat(1, full(BEGIN, answer.size(0), 1).to(int64), answer.slice(1, 0, answer.size(1) - 1));
    }

    @Test
    void anEncoderAndADecoderLearnToReverse() {
        seed(1);
        var net = translator();
        var optimizer = adam(0.01).on(net);
        for (int step = 0; step < 300; step++) {
            var source = words(32);
            var answer = reversed(source);
            optimizer.step(() -> crossEntropy().of(net.apply(source, before(answer)), answer));
        }
        var source = words(200);
        var answer = reversed(source);
        var said = net.predict(source, before(answer)).argmax(-1);
        assertThat(said.eq(answer).to(float32).mean().item()).isGreaterThan(0.97f);
        var weights = net.activations(source, before(answer)).at("attention.weights");
        assertThat(weights.shape()).isEqualTo(Shape.of(200, 4, 4));
        assertThat(weights.sum(-1).isClose(1, 1e-5)).isTrue();
    }

    @Test
    void aTransformerLearnsToReverse() {
        seed(1);
        var source = input(TIME).to(int64);
        var target = input(TIME).to(int64);
        var memory =
                source.then(embedding(WORDS, 16)).then(positionalEncoding()).then(transformerEncoder(2, 32));
        var out = target.then(embedding(WORDS, 16))
                .then(positionalEncoding())
                .then(transformerDecoder(2, 32).causal(), memory)
                .then(dense(WORDS));
        var net = model(List.of(source, target), out);
        var optimizer = adam(0.005).on(net);
        for (int step = 0; step < 400; step++) {
            var x = words(32);
            optimizer.step(() -> crossEntropy().of(net.apply(x, before(reversed(x))), reversed(x)));
        }
        var x = words(200);
        var said = net.predict(x, before(reversed(x))).argmax(-1);
        assertThat(said.eq(reversed(x)).to(float32).mean().item()).isGreaterThan(0.97f);
    }

    @Test
    void whatFillsUpASequenceChangesNothing() {
        var net = translator();
        var source = words(3);
        var target = before(source);
        var filled = concat(1, source, zeros(3, 2).to(int64));
        assertThat(net.predict(filled, target).isClose(net.predict(source, target), 1e-5))
                .isTrue();
        var weights = net.activations(filled, target).at("attention.weights");
        assertThat(weights.slice(2, 4, 6).isClose(0, 0)).isTrue();
        assertThat(net.activations(filled, target).at("embedding1.mask").get(0).toFloatArray())
                .containsExactly(1, 1, 1, 1, 0, 0);
    }

    @Test
    void aMaskPassesLayersThatKeepTime() {
        var net = sequential(
                input(TIME).to(int64),
                embedding(WORDS, 8).padding(0),
                positionalEncoding(),
                transformerEncoder(2, 8).layers(2).dropout(0.1),
                bidirectional(lstm(3)).returnSequences(),
                lstm(4),
                dense(2));
        var x = words(2);
        var filled = concat(1, x, zeros(2, 3).to(int64));
        assertThat(net.predict(filled).isClose(net.predict(x), 1e-5)).isTrue();
        assertThat(net.without(1).predict(filled).isClose(net.without(1).predict(x), 1e-5))
                .isTrue();
        assertThat(net.without(2).outputShape()).isEqualTo(Shape.of(TIME, 6));
    }

    @Test
    void aCausalStepKnowsNothingOfTheFuture() {
        var net = sequential(input(6, 4), transformerEncoder(2, 8).causal().layers(2));
        var x = randn(1, 6, 4);
        var changed = concat(1, x.slice(1, 0, 4), randn(1, 2, 4));
        assertThat(net.predict(changed).slice(1, 0, 4).isClose(net.predict(x).slice(1, 0, 4), 1e-5))
                .isTrue();
        var weights = net.activations(x).at("multiHeadAttention1.weights");
        assertThat(weights.shape()).isEqualTo(Shape.of(1, 2, 6, 6));
        assertThat(weights.get("0, 0, 0").toFloatArray()).containsExactly(1, 0, 0, 0, 0, 0);
    }

    @Test
    void attentionsDropoutWorksInTrainingAlone() {
        var net = sequential(input(6, 4), multiHeadAttention(2).dropout(0.5));
        var x = randn(2, 6, 4);
        assertThat(net.predict(x).isClose(net.predict(x), 0)).isTrue();
        assertThat(net.training().apply(x).isClose(net.training().apply(x), 1e-6))
                .isFalse();
        assertThat(net.samples(2, x).std(0).max().item()).isPositive();
    }

    @Test
    void statesAreHandedOnFromChunkToChunk() {
        for (var layer : List.of(simpleRnn(8), gru(8).cho(), gru(8).layers(1))) {
            var net = sequential(input(TIME, 1), layer.returnSequences().returnState());
            var x = randn(2, 10, 1);
            var whole = net.outputs(x);
            assertThat(whole).hasSize(2);
            var first = net.outputs(x.slice(1, 0, 6));
            var second = net.outputs(x.slice(1, 6, 10), first.get(1));
            assertThat(second.get(0).isClose(whole.get(0).slice(1, 6, 10), 1e-5))
                    .isTrue();
            assertThat(second.get(1).isClose(whole.get(1), 1e-5)).isTrue();
        }
    }

    @Test
    void anLstmHandsOnItsCellToo() {
        var net = sequential(input(TIME, 2), lstm(3).returnState().named("memory"));
        var x = randn(2, 8, 2);
        var first = net.outputs(x.slice(1, 0, 5));
        var second = net.outputs(x.slice(1, 5, 8), first.get(1), first.get(2));
        assertThat(second.get(2).isClose(net.outputs(x).get(2), 1e-5)).isTrue();
        assertOneSentence(() -> net.outputs(x, first.get(1)), "model: expected 3 inputs", "[3]", "got 2");
    }

    @Test
    void truncatedGradientsTrainWithTheStateCarriedOn() {
        seed(1);
        var rnn = sequential(input(TIME, 1), simpleRnn(8).returnSequences().returnState());
        var optimizer = adam(1e-2).on(rnn);
        var x = randn(1, 60, 1);
        float first = 0;
        float last = 0;
        for (int epoch = 0; epoch < 10; epoch++) {
            var state = zeros(1, 8);
            for (int t = 0; t < 60; t += 20) {
                var chunk = x.slice(1, t, t + 20);
                var start = state;
                last = optimizer.step(
                        () -> rnn.outputs(chunk, start).get(0).square().mean());
                first = epoch == 0 && t == 0 ? last : first;
                state = rnn.outputs(chunk, start).get(1).detach();
            }
        }
        assertThat(last).isLessThan(first / 2);
    }

    @Test
    void anImageCanBeTheStateThatWordsStartFrom() {
        var image = input(3, 16, 16);
        var words = input(TIME).to(int64);
        var seen = image.then(conv2d(4, 3).stride(2).relu())
                .then(globalAvgPool2d())
                .then(dense(12).tanh());
        var said = words.then(embedding(WORDS, 8))
                .then(gru(12).returnSequences(), seen)
                .then(dense(WORDS));
        var net = model(List.of(image, words), said);
        assertThat(net.predict(rand(2, 3, 16, 16), words(2)).shape()).isEqualTo(Shape.of(2, 4, WORDS));
    }

    @Test
    void segnetPutsValuesBackWhereTheyWereFound() {
        var image = input(3, 8, 8);
        var pooled = image.then(conv2d(4, 3).same().relu()).then(maxPool2d(2).withIndices());
        var back = pooled.then(conv2d(4, 3).same().relu()).then(unpool2d(2), pooled.indices());
        var net = model(image, back.named("back"), back.then(conv2d(2, 3).same()));
        var x = rand(2, 3, 8, 8);
        assertThat(net.outputs(x).get(1).shape()).isEqualTo(Shape.of(2, 2, 8, 8));
        assertThat(net.outputs(x).get(0).gt(0).to(float32).sum().item()).isLessThanOrEqualTo(2 * 4 * 16);
        var gradient = gradients(() -> net.apply(x).square().sum(), net);
        assertThat(gradient.of("conv2d1.weight").shape()).isEqualTo(Shape.of(4, 3, 3, 3));
    }

    @Test
    void eachStepOfAFilmPassesTheSameLayers() {
        var net = sequential(
                input(TIME, 1, 6, 6), timeDistributed(conv2d(2, 3).relu(), flatten(), dense(5)), gru(4), dense(1));
        assertThat(net.parameterCount())
                .isEqualTo(20 + 33 * 5 + sequential(input(TIME, 5), gru(4)).parameterCount() + 5);
        var x = rand(2, 3, 1, 6, 6);
        var alone = net.upTo("dense1").predict(x);
        assertThat(alone.shape().get(-1)).isEqualTo(5);
        var swapped = concat(1, x.slice(1, 1, 2), x.slice(1, 0, 1), x.slice(1, 2, 3));
        var steps = net.activations(x).at("allSteps1");
        assertThat(steps.shape()).isEqualTo(Shape.of(2, 3, 5));
        assertThat(net.activations(swapped).at("allSteps1").get(":, 1").isClose(steps.get(":, 0"), 1e-6))
                .isTrue();
    }

    @Test
    void parametersAreCountedInWords() {
        var x = input(TIME, 8);
        var memory = input(TIME, 6);
        var net = model(
                List.of(x, memory),
                x.then(multiHeadAttention(2))
                        .then(multiHeadAttention(4), memory)
                        .then(additiveAttention(5), memory)
                        .then(dense(1)));
        var rows = net.summary().rows();
        assertThat(rows.get(0).parameterFormula()).isEqualTo("4·(8 + 1)·8 = 288");
        assertThat(rows.get(1).parameterFormula()).isEqualTo("2·(8 + 1)·8 + 2·(6 + 1)·8 = 256");
        assertThat(rows.get(2).parameterFormula()).isEqualTo("(8 + 6 + 2)·5 = 80");
        assertThat(sequential(input(TIME, 8), transformerEncoder(2, 32)).parameterCount())
                .isEqualTo(288 + 9 * 32 + 33 * 8 + 2 * 16);
    }

    @Test
    void aTranslatorIsSavedAndLoaded(@TempDir Path folder) {
        var net = translator();
        var file = folder.resolve("net.pct").toString();
        net.save(file);
        var source = concat(1, words(2), zeros(2, 1).to(int64));
        var target = before(words(2));
        var loaded = load(file);
        assertThat(loaded.predict(source, target).isClose(net.predict(source, target), 1e-6))
                .isTrue();
        assertThat(loaded.names()).isEqualTo(net.names());
        var states = sequential(input(TIME, 1), gru(4).returnState());
        states.save(file);
        var x = randn(1, 5, 1);
        assertThat(load(file)
                        .outputs(x, ones(1, 4))
                        .get(1)
                        .isClose(states.outputs(x, ones(1, 4)).get(1), 1e-6))
                .isTrue();
    }

    @Test
    void aModelOfSequencesIsSharedAndCopied() {
        var encoder = sequential(input(TIME, 8), transformerEncoder(2, 8)).named("encoder");
        var a = input(TIME, 8);
        var b = input(TIME, 8);
        var twins = model(List.of(a, b), a.then(encoder).then(dotAttention(), b.then(encoder)));
        assertThat(twins.parameterCount()).isEqualTo(encoder.parameterCount());
        var x = randn(1, 3, 8);
        var y = randn(1, 5, 8);
        assertThat(twins.copy().predict(x, y).isClose(twins.predict(x, y), 1e-6))
                .isTrue();
    }

    @Test
    void mistakesAreAnsweredInWords() {
        var x = input(5, 8);
        var wide = input(5, 6);
        assertOneSentence(
                () -> x.then(dotAttention(), wide), "dotAttention(): ", "[batch, 5, 8]", "[batch, 5, 6]", "dense(8)");
        assertOneSentence(
                () -> x.then(multiHeadAttention(3)),
                "multiHeadAttention(3): ",
                "3 heads",
                "[batch, 5, 8]",
                "divides 8");
        assertOneSentence(() -> input(8).then(multiHeadAttention(2)), "sequence of vectors", "[batch, 8]");
        assertOneSentence(() -> x.then(gru(4), wide), "gru(4): ", "state", "[batch, 4]", "[batch, 5, 6]", "dense(4)");
        assertOneSentence(() -> x.then(gru(4), input(4), input(4)), "1 to 2 inputs", "got 3");
        assertOneSentence(
                () -> x.then(multiHeadAttention(2).masked(), input(6)), "mask", "[batch, 5, 8]", "[batch, 6]", "1 for");
        assertOneSentence(
                () -> x.then(transformerDecoder(2, 8)), "transformerDecoder", "2 inputs", "memory", "got 1", "then(");
        assertOneSentence(() -> transformerEncoder(2, 8).layers(0), "transformerEncoder: ", "layers");
    }

    @Test
    void optionsHaveTheirRanges() {
        assertOneSentence(() -> multiHeadAttention(0), "multiHeadAttention: ", "heads");
        assertOneSentence(() -> additiveAttention(0), "additiveAttention: ", "units");
        assertOneSentence(() -> dotAttention().dropout(1), "dotAttention.dropout: ", "dropped", "1.0");
        assertOneSentence(() -> transformerEncoder(2, 8).dropout(2), "dropout", "2.0");
        assertOneSentence(() -> timeDistributed(), "timeDistributed: ", "one layer");
        assertOneSentence(() -> input(4).then(timeDistributed(dense(2))), "sequence", "[batch, 4]");
        assertOneSentence(() -> bidirectional(gru(3).returnState()), "bidirectional: ", "returnState()");
        var image = input(2, 4, 4);
        var pooled = image.then(maxPool2d(2).withIndices());
        assertOneSentence(
                () -> pooled.then(conv2d(3, 1)).then(unpool2d(2), pooled.indices()),
                "unpool2d(2): ",
                "[batch, 3, 2, 2]",
                "[batch, 2, 2, 2]",
                "conv2d(2, 1)");
        assertOneSentence(() -> sequential(image, unpool2d(2)), "2 inputs", "got 1");
    }
}

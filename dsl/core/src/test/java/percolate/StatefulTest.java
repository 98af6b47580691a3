package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Fixture.assertClose;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.program.OneByOne;

/**
 * Layers that go on in the next batch where they stopped, against PyTorch's numbers and against one long sequence, as one
 * program and step by step. Tolerance: 10⁻⁵ of the largest entry of each tensor.
 */
@Isolated
class StatefulTest {
    private static final Map<String, Layer> LAYERS = Stream.of(
                    simpleRnn(4).stateful(),
                    gru(4).stateful(),
                    gru(4).returnSequences().stateful(),
                    lstm(4).stateful(),
                    lstm(4).layers(2).returnSequences().stateful())
            .collect(Collectors.toMap(Layer::toString, Function.identity()));

    @TempDir
    Path folder;

    @AfterEach
    void together() {
        OneByOne.force(false);
    }

    static Stream<Arguments> fixtures() throws IOException {
        return Fixture.files("stateful").stream()
                .flatMap(n -> Stream.of(Arguments.of(n, false), Arguments.of(n, true)));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void batchesAndTrainingArePyTorchs(String file, boolean stepwise) {
        OneByOne.force(stepwise);
        var fixture = Fixture.read("stateful", file);
        var net = sequential(input(TIME, 3), LAYERS.get(fixture.text("layer"))).weights(fixture.tensors("weights"));
        var x = fixture.tensor("input");
        int batch = fixture.config().get("batch").getAsInt();
        assertClose(batches(net::predict, x, batch), fixture.tensor("output"), "predict");
        net.resetStates();
        assertClose(batches(net::apply, x, batch), fixture.tensor("output"), "apply");
        var run = net.train(dataset(x, fixture.tensor("target")))
                .loss(mse())
                .optimizer(sgd(fixture.config().get("rate").getAsDouble()))
                .batch(batch)
                .epochs(fixture.config().get("epochs").getAsInt())
                .quiet()
                .fit();
        for (int i = 0; i < run.history().size(); i++) {
            double expected = fixture.parts().getAsJsonArray("losses").get(i).getAsDouble();
            assertThat(run.history().get(i).loss()).isCloseTo(expected, within(expected * 1e-5));
        }
        fixture.tensors("after").forEach((key, expected) -> assertClose(net.weight(key), expected, key));
    }

    private static Tensor batches(Function<Tensor, Tensor> net, Tensor x, int size) {
        return concat(
                0,
                Stream.iterate(0, at -> at < x.size(0), at -> at + size)
                        .map(at -> net.apply(x.slice(0, at, at + size)).detach())
                        .toArray(Tensor[]::new));
    }

    /** A cell of one's own with two states. */
    static final class Counter extends Cell {
        final Tensor weight = parameter(full(0.3, 3, 4));

        Counter() {
            super(4, 1);
        }

        @Override
        public List<Tensor> next(Tensor x, List<Tensor> states) {
            var count = states.get(1).plus(1);
            return List.of(states.get(0).times(0.5).plus(x.mm(weight)).plus(count), count);
        }
    }

    static Stream<Arguments> layers() {
        return Stream.of(
                        simpleRnn(4).relu().returnSequences().stateful(),
                        simpleRnn(4).sigmoid().returnSequences().stateful(),
                        lstm(4).peephole().returnSequences().stateful(),
                        lstm(4).coupledGates().returnSequences().stateful(),
                        lstm(4).layers(3).returnSequences().stateful(),
                        gru(4).cho().returnSequences().stateful(),
                        minimalGru(4).layers(2).returnSequences().stateful(),
                        recurrent(new Counter()).returnSequences().stateful())
                .flatMap(layer -> Stream.of(Arguments.of(layer, false), Arguments.of(layer, true)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void piecesOfASequenceGiveWhatTheWholeGives(Layer layer, boolean stepwise) {
        OneByOne.force(stepwise);
        seed(3);
        var net = sequential(input(TIME, 3), layer);
        var x = randn(2, 9, 3);
        var whole = net.predict(x);
        net.resetStates();
        var pieces =
                concat(1, net.predict(x.slice(1, 0, 4)), net.predict(x.slice(1, 4, 5)), net.predict(x.slice(1, 5, 9)));
        assertClose(pieces, whole, "pieces");
        assertThat(net.predict(x).isClose(whole, 1e-6))
                .as("goes on behind the end")
                .isFalse();
        assertThat(net.resetStates().predict(x).isClose(whole, 0)).isTrue();
    }

    @Test
    void aMaskLetsStatesStay() {
        var x = input(TIME, 3);
        var mask = input(TIME);
        var net = model(List.of(x, mask), x.then(gru(4).stateful().masked(), mask));
        var a = randn(2, 3, 3);
        var first = net.predict(a, ones(2, 3));
        assertThat(net.predict(a, zeros(2, 3)).isClose(first, 0)).isTrue();
    }

    @Test
    void gradientsEndBetweenBatches() {
        seed(2);
        var net = sequential(input(TIME, 3), lstm(4).stateful());
        var x = parameter(randn(2, 3, 3));
        var first = net.apply(x).sum();
        var second = net.apply(randn(2, 3, 3)).sum();
        var both = gradients(first.plus(second), net, x);
        assertThat(both.of(x).isClose(gradients(first, x).of(x), 0)).isTrue();
        assertThat(gradients(second, net).of("lstm1.recurrent").norm().item()).isPositive();
    }

    @Test
    void lookingDoesNotGoOn() {
        var net = sequential(input(TIME, 3), gru(4).stateful().named("memory"), dense(2));
        var x = randn(2, 3, 3);
        net.predict(x);
        var seen = net.activations(x).at("memory.state");
        assertThat(net.activations(x).at("memory.state").isClose(seen, 0)).isTrue();
        assertThat(net.activations(x).at("memory").isClose(seen, 1e-6)).isTrue();
        assertThat(net.samples(3, x).var(0).max().item()).isLessThan(1e-9f);
        assertThat(net.samples(1, x).reshape(2, 2).isClose(net.predict(x), 1e-6))
                .isTrue();
    }

    @Test
    void measuringStartsFromZerosAndDisturbsNothing() {
        seed(4);
        var net = sequential(input(TIME, 3), gru(4).stateful(), dense(1));
        var x = randn(6, 3, 3);
        var y = randn(6, 1);
        net.train(dataset(x, y)).batch(2).epochs(1).quiet().fit();
        double expected = mse().of(batches(net::predict, x, 2), y).item();
        net.resetStates();
        var before = net.predict(x.slice(0, 0, 2));
        double loss = net.evaluate(dataset(x, y)).loss();
        var after = net.predict(x.slice(0, 0, 2));
        assertThat(loss).isCloseTo(expected, within(1e-6));
        assertThat(after.isClose(before, 1e-7)).as("goes on").isFalse();
        net.resetStates();
        net.predict(x.slice(0, 0, 2));
        assertThat(net.predict(x.slice(0, 0, 2)).isClose(after, 0)).isTrue();
    }

    @Test
    void validationAfterEachEpochIsOfTheSameBatches() {
        seed(4);
        var net = sequential(input(TIME, 3), gru(4).stateful(), dense(1));
        var data = dataset(randn(6, 3, 3), randn(6, 1));
        var run = net.train(data).validation(data).batch(2).epochs(2).quiet().fit();
        assertThat(run.history().get(1).validationLoss())
                .isCloseTo(net.evaluate(data).loss(), within(1e-6));
    }

    @Test
    void anotherNumberOfSequencesStartsFromZerosAndSaysSo() {
        var net = sequential(input(TIME, 3), gru(4).stateful());
        var x = randn(4, 3, 3);
        var fresh = net.predict(x.slice(0, 0, 3));
        net.resetStates();
        net.predict(x);
        var said = printed(() ->
                assertThat(net.predict(x.slice(0, 0, 3)).isClose(fresh, 1e-7)).isTrue());
        assertThat(said)
                .contains("had 4 sequences and this one has 3", "resetStates()")
                .hasLineCount(1);
        assertThat(printed(() -> net.predict(x.slice(0, 0, 3)))).isEmpty();
        assertThat(printed(() -> net.resetStates().predict(x))).isEmpty();
    }

    @Test
    void fitSaysThatItKeepsTheOrder() {
        var net = sequential(input(TIME, 3), gru(4).stateful(), dense(1));
        var run = net.train(dataset(randn(7, 3, 3), randn(7, 1)))
                .loss(mse())
                .optimizer(sgd(0.1))
                .batch(2)
                .epochs(2)
                .quiet()
                .fit();
        assertThat(run.choices()).contains("order as the data has it", "last batch, which has 1 examples");
        assertThat(run.loss()).isFinite();
    }

    private static String printed(Runnable action) {
        var out = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void statesAreNoWeights() {
        var net = sequential(input(TIME, 3), lstm(4).stateful(), dense(2));
        var x = randn(2, 3, 3);
        var first = net.predict(x);
        assertThat(net.weights().keySet())
                .containsExactly(
                        "lstm1.input",
                        "lstm1.recurrent",
                        "lstm1.bias",
                        "lstm1.recurrentBias",
                        "dense1.weight",
                        "dense1.bias");
        assertThat(net.summary().buffers()).isZero();
        assertThat(net.copy().predict(x).isClose(first, 0))
                .as("a copy begins anew")
                .isTrue();
        var file = folder.resolve("net.pct").toString();
        net.save(file);
        var loaded = load(file);
        assertThat(loaded.toString()).isEqualTo(net.toString());
        assertThat(loaded.predict(x).isClose(first, 0)).as("a file begins anew").isTrue();
        assertThat(loaded.predict(x).isClose(net.predict(x), 0))
                .as("and goes on")
                .isTrue();
    }

    @Test
    void usesOfOneDescriptionHaveTheirOwnStates() {
        var layer = gru(4).returnSequences().stateful();
        var net = sequential(input(TIME, 4), layer, layer);
        var x = randn(2, 6, 4);
        var whole = net.predict(x);
        net.resetStates();
        net.predict(x.slice(1, 0, 3));
        assertClose(net.predict(x.slice(1, 3, 6)), whole.slice(1, 3, 6), "second half");
    }

    @Test
    void whatCannotGoOnIsRefused() {
        assertOneSentence(
                () -> bidirectional(lstm(4).stateful()),
                "bidirectional: ",
                "lstm(4).stateful()",
                "leave stateful() out");
        assertOneSentence(() -> lstm(4).stateful().reverse(), "lstm.stateful: ", "reads forward", "reverse()");
        var x = input(TIME, 3);
        assertOneSentence(() -> x.then(gru(4).stateful(), input(4)), "gru(4).stateful(): ", "expected 1 input, got 2");
    }
}

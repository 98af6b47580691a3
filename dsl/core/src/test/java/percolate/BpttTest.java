package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import percolate.program.OneByOne;

/** Truncated backpropagation through time, against PyTorch's and by hand. */
@Isolated
class BpttTest {
    private final Tensor x = randn(4, 6, 2);
    private final Tensor y = randn(4, 6, 3);

    /** With weights that are given, so that a training does not draw others. */
    private static Model memory(Layer layer) {
        var net = sequential(input(TIME, 2), layer);
        return net.weights(net.weights());
    }

    private static Model stateful() {
        return memory(gru(3).returnSequences().stateful());
    }

    private static Training once(Model net, Dataset data) {
        return net.train(data)
                .loss(mse())
                .optimizer(sgd(1e-30))
                .seed(1)
                .epochs(1)
                .quiet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lstm", "gru"})
    void windowsAreTrainedAsPyTorchTrainsThem(String name) {
        var fixture = Fixture.read("trainings", "truncated-" + name + ".json");
        for (boolean oneByOne : new boolean[] {false, true}) {
            OneByOne.force(oneByOne);
            try {
                assertPyTorchs(fixture, name);
            } finally {
                OneByOne.force(false);
            }
        }
    }

    private static void assertPyTorchs(Fixture fixture, String name) {
        var layer = name.equals("lstm")
                ? lstm(3).returnSequences().stateful()
                : gru(3).returnSequences().stateful();
        var net = memory(layer).weights(fixture.tensors("weights"));
        var run = net.train(dataset(fixture.tensor("x"), fixture.tensor("y")))
                .loss(mse())
                .optimizer(sgd(0.5))
                .bptt(3)
                .batch(5)
                .epochs(2)
                .quiet()
                .fit();
        assertThat(run.series("loss")).containsExactly(fixture.numbers("losses", "loss"), within(1e-5));
        fixture.tensors("after").forEach((key, expected) -> Fixture.assertClose(net.weight(key), expected, key));
        assertThat(run.provenance().get("bptt")).isEqualTo("3");
    }

    @Test
    void lossAndValidationOfStatesCarriedOverAreThoseOfWholeSequences() {
        var net = stateful();
        var data = dataset(x, y);
        double whole = net.evaluate(data.take(4), mse()).loss();
        for (int batch : new int[] {4, 3, 1}) {
            net.resetStates();
            var run = once(net, data).bptt(4).batch(batch).validation(data).fit();
            assertThat(run.loss()).as("batches of " + batch).isCloseTo(whole, within(1e-5));
            assertThat(run.get("val_loss")).as("batches of " + batch).isCloseTo(whole, within(1e-5));
        }
    }

    @Test
    void withoutStatefulEachWindowBeginsWithZeros() {
        var net = memory(gru(3).returnSequences());
        double expected = 0;
        for (int from : new int[] {0, 2, 4}) {
            expected += mse().of(net.predict(x.slice(1, from, from + 2)), y.slice(1, from, from + 2))
                            .item()
                    / 3;
        }
        assertThat(once(net, dataset(x, y)).bptt(2).fit().loss()).isCloseTo(expected, within(1e-5));
    }

    @Test
    void layersThatForgetAreNamed() {
        var out = System.out;
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            memory(gru(3).returnSequences())
                    .train(dataset(x, y))
                    .bptt(2)
                    .epochs(1)
                    .fit();
        } finally {
            System.setOut(out);
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("with bptt(2) each window of 2 steps begins with zeros in gru(3).returnSequences();"
                        + " stateful() carries a layer's states over from window to window");
    }

    @Test
    void aWindowAsLongAsTheSequencesCutsNothing() {
        var data = dataset(x, y);
        var start = stateful();
        var one = stateful().weights(start.weights());
        var other = stateful().weights(start.weights());
        var cut = one.train(data)
                .loss(mse())
                .optimizer(sgd(0.5))
                .batch(2)
                .epochs(2)
                .bptt(6)
                .quiet()
                .fit();
        var whole = other.train(data)
                .loss(mse())
                .optimizer(sgd(0.5))
                .batch(2)
                .epochs(2)
                .quiet()
                .fit();
        assertThat(cut.series("loss")).isEqualTo(whole.series("loss"));
        assertThat(Arrays.equals(
                        one.weight("gru1.input").toFloatArray(),
                        other.weight("gru1.input").toFloatArray()))
                .isTrue();
    }

    @Test
    void whatHasNoTimeIsRefused() {
        assertThatThrownBy(() -> sequential(input(6, 2), gru(3).returnSequences())
                        .train(dataset(x, y))
                        .bptt(2)
                        .quiet()
                        .fit())
                .hasMessageStartingWith("train.bptt(2): expected inputs along time, all of one length, got [[6, 2]]");
        assertThatThrownBy(() -> memory(gru(3))
                        .train(dataset(x, randn(4, 3)))
                        .bptt(2)
                        .quiet()
                        .fit())
                .hasMessage("train.bptt(2): expected an output and a target for each of 6 steps, got outputs [3] and"
                        + " targets [3]; say returnSequences() of the last recurrent layer, or leave bptt out");
        assertThatThrownBy(() -> stateful().train(dataset(x, y)).bptt(0)).hasMessageContaining("bptt");
        assertThatThrownBy(() -> stateful()
                        .train(dataset(x, y))
                        .objective(b -> b.y().mean())
                        .bptt(2)
                        .quiet()
                        .fit())
                .hasMessageContaining("train.bptt: expected losses of outputs along time, got an objective");
    }
}

package percolate.program;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.Layer;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;

/** What layers make readable inside, held to the equations they are written by. */
class ExposedValuesTest {
    private static final int UNITS = 4;
    private static final int STEPS = 5;

    private final Tensor x = randn(2, STEPS, 3);

    static Stream<Layer> recurrent() {
        return Stream.of(
                simpleRnn(UNITS).returnSequences(),
                simpleRnn(UNITS).relu(),
                lstm(UNITS).returnSequences(),
                lstm(UNITS).reverse().returnSequences(),
                lstm(UNITS).layers(2),
                lstm(UNITS).peephole().returnSequences(),
                lstm(UNITS).coupledGates().returnSequences(),
                gru(UNITS).returnSequences(),
                gru(UNITS).withBias(false).returnSequences(),
                gru(UNITS).cho().returnSequences(),
                minimalGru(UNITS).returnSequences(),
                bidirectional(lstm(UNITS).returnSequences()),
                bidirectional(gru(UNITS).layers(2)));
    }

    private static List<Array> weights(Layer layer) {
        return layer.weights(Shape.of(STEPS, 3)).stream()
                .map(w -> w.draw().array())
                .toList();
    }

    private static Map<String, Tensor> inside(Layer layer, Tensor x, List<Array> weights) {
        return new LayerProgram(layer, x.shape().dropFirst(1), false, true).run(weights, x);
    }

    @ParameterizedTest
    @MethodSource("recurrent")
    void lookingInsideChangesNothing(Layer layer) {
        var weights = weights(layer);
        var plain = new LayerProgram(layer, Shape.of(STEPS, 3), false, false).run(weights, x);
        var open = inside(layer, x, weights);
        assertThat(open.get("result").isClose(plain.get("result"), 1e-5)).isTrue();
        assertThat(open.get("state").isClose(plain.get("state"), 1e-5)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("recurrent")
    void theStateIsThatAfterTheStepThatWasReadLast(Layer layer) {
        var open = inside(layer, x, weights(layer));
        var result = open.get("result");
        var expected = result;
        if (result.shape().rank() == 3 && layer.kind().equals("bidirectional")) {
            var forward = result.slice(1, STEPS - 1, STEPS).slice(2, 0, UNITS);
            var backward = result.slice(1, 0, 1).slice(2, UNITS, 2 * UNITS);
            expected = concat(2, forward, backward).reshape(2, -1);
        } else if (result.shape().rank() == 3) {
            expected = step(result, layer.toString().contains("reverse") ? 0 : STEPS - 1);
        }
        assertThat(open.get("state").isClose(expected, 0)).isTrue();
    }

    private static Tensor step(Tensor sequence, int at) {
        return sequence.slice(1, at, at + 1).reshape(2, UNITS);
    }

    @Test
    void anLstmsCellForgetsAndTakesInAsItsGatesSay() {
        var layer = lstm(UNITS).returnSequences();
        var open = inside(layer, x, weights(layer));
        assertThat(open.keySet())
                .containsExactlyInAnyOrder(
                        "result", "input", "forget", "candidate", "output", "cell", "state", "cellState");
        var before = zeros(2, UNITS);
        for (int t = 0; t < STEPS; t++) {
            var cell = step(open.get("cell"), t);
            var kept = step(open.get("forget"), t).times(before);
            var taken = step(open.get("input"), t).times(step(open.get("candidate"), t));
            var shown = step(open.get("output"), t).times(cell.tanh());
            assertThat(cell.isClose(kept.plus(taken), 1e-6)).isTrue();
            assertThat(step(open.get("result"), t).isClose(shown, 1e-6)).isTrue();
            before = cell;
        }
        assertThat(open.get("cellState").isClose(before, 1e-6)).isTrue();
    }

    @Test
    void aGrusUpdateGateMixesStateAndCandidate() {
        var layer = gru(UNITS).returnSequences();
        var open = inside(layer, x, weights(layer));
        assertThat(open.keySet()).containsExactlyInAnyOrder("result", "reset", "update", "candidate", "state");
        var before = zeros(2, UNITS);
        for (int t = 0; t < STEPS; t++) {
            var z = step(open.get("update"), t);
            var mixed = z.oneMinus().times(step(open.get("candidate"), t)).plus(z.times(before));
            before = step(open.get("result"), t);
            assertThat(before.isClose(mixed, 1e-6)).isTrue();
        }
    }

    @Test
    void coupledGatesAddUpToOne() {
        var layer = lstm(UNITS).coupledGates();
        var open = inside(layer, x, weights(layer));
        assertThat(open.get("forget").plus(open.get("input")).isClose(1, 1e-6)).isTrue();
    }

    @Test
    void aWayBackHasGatesOfItsOwnAtTheStepsTheyBelongTo() {
        var both = bidirectional(lstm(UNITS).returnSequences());
        var open = inside(both, x, weights(both));
        assertThat(open).containsKeys("forget", "backwardForget", "backwardCell");
        int end = STEPS - 1;
        var first = step(open.get("backwardInput"), end).times(step(open.get("backwardCandidate"), end));
        assertThat(step(open.get("backwardCell"), end).isClose(first, 1e-6)).isTrue();
    }

    @Test
    void aPoolSaysWhereItsMaximaWere() {
        var image = tensor(1, 1, 2, 4, 5, 6, 7, 8, 3, 2, 1, 0, 1, 2, 3, 4).reshape(1, 1, 4, 4);
        var open = inside(maxPool2d(2).withIndices(), image, List.of());
        assertThat(open.get("result").toFloatArray()).containsExactly(6, 8, 3, 4);
        assertThat(open.get("indices").toLongArray()).containsExactly(5, 7, 8, 15);
        var sequence = tensor(3, 0, 1, 2, 5, 4).reshape(1, 3, 2);
        var overTime = inside(maxPool1d(2).stride(1).withIndices(), sequence, List.of());
        assertThat(overTime.get("result").toFloatArray()).containsExactly(3, 2, 5, 4);
        assertThat(overTime.get("indices").toLongArray()).containsExactly(0, 1, 2, 2);
    }

    @Test
    void spatialDropoutDropsWholeChannelsAndKeepsTheMean() {
        var program = new LayerProgram(spatialDropout(0.25), Shape.of(50, 3, 4), true, false);
        var y = program.run(List.of(), ones(40, 50, 3, 4)).get("result");
        var channels = y.reshape(2000, 12);
        assertThat(channels.max(1).isClose(channels.min(1), 0)).isTrue();
        var kept = channels.max(1).gt(zeros(2000)).to(float32);
        assertThat((double) kept.mean().item()).isBetween(0.7, 0.8);
        assertThat(y.max().item()).isEqualTo(1 / 0.75f);
        var sequence = new LayerProgram(spatialDropout(0.5), Shape.of(7, 30), true, false);
        var dropped = sequence.run(List.of(), ones(20, 7, 30)).get("result");
        assertThat(dropped.max(1).isClose(dropped.min(1), 0)).isTrue();
    }
}

package percolate.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.Layer;
import percolate.Loss;
import percolate.Model;
import percolate.Run;
import percolate.Tensor;
import percolate.engine.NativeProgram.Arguments;
import percolate.program.Programs;
import percolate.program.Scoring;

/** Every number against PyTorch's, to 1e-5 of the largest entry of its tensor. */
class OracleTest {
    private static final double TOLERANCE = 1e-5;

    static Stream<Fixture> networks() {
        return Fixture.of("layer", "activation", "model");
    }

    static Stream<Fixture> losses() {
        return Fixture.of("loss");
    }

    static Stream<Fixture> optimizers() {
        return Fixture.of("optimizer");
    }

    static Stream<Fixture> models() {
        return Fixture.of("model");
    }

    @ParameterizedTest
    @MethodSource("networks")
    void outputsAreThoseOfPyTorch(Fixture fixture) {
        var net = sequential(input(fixture.inputShape()), Words.layers(fixture)).weights(fixture.tensors("weights"));
        assertClose("output", net.predict(fixture.tensor("input")), fixture.tensor("output"));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void lossAndGradientsOfNetworksAreThoseOfPyTorch(Fixture fixture) {
        var scalar = fixture.has("cotangent") ? new WeightedSum() : fixture.loss();
        assertGradients(fixture, withoutDropout(fixture), scalar);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void lossesAndTheirGradientsAreThoseOfPyTorch(Fixture fixture) {
        assertGradients(fixture, Words.layers(fixture), fixture.loss());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aLossOfGivenPredictionsIsThatOfPyTorch(Fixture fixture) {
        var logits = fixture.tensor("input");
        var loss = fixture.loss().of(logits, fixture.tensor("target"));
        assertClose("loss", loss, fixture.numbers("loss"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void evaluationGivesLossAndAccuracyOfPyTorch(Fixture fixture) {
        var net = sequential(input(fixture.inputShape()), Words.layers(fixture)).weights(fixture.tensors("weights"));
        var found = net.evaluate(dataset(fixture.tensor("input"), fixture.tensor("target")), accuracy());
        assertThat(found.loss()).isCloseTo(fixture.numbers("loss").item(), within(TOLERANCE));
        assertThat(found.accuracy()).isCloseTo(fixture.numbers("accuracy").item(), within(TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void weightsAfterOneStepAreThoseOfPyTorch(Fixture fixture) {
        assertAllClose(train(fixture, 1).model().weights(), fixture.tensors("after", "1"));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void weightsAndLossesOfFiveStepsAreThoseOfPyTorch(Fixture fixture) {
        var run = train(fixture, 5);
        assertAllClose(run.model().weights(), fixture.tensors("after", "5"));
        var losses = fixture.json().getAsJsonArray("losses");
        for (int step = 0; step < 5; step++) {
            assertThat(run.series("loss")[step])
                    .as("loss before step %d", step + 1)
                    .isCloseTo(
                            losses.get(step).getAsDouble(),
                            within(TOLERANCE * losses.get(0).getAsDouble()));
        }
    }

    private static Run train(Fixture fixture, int steps) {
        var x = fixture.tensor("input");
        return sequential(input(fixture.inputShape()), Words.layers(fixture))
                .weights(fixture.tensors("weights"))
                .train(dataset(x, fixture.tensor("target")))
                .loss(fixture.loss())
                .optimizer(Words.optimizer(fixture))
                .batch(x.shape().get(0))
                .epochs(steps)
                .quiet()
                .fit();
    }

    private static List<Layer> withoutDropout(Fixture fixture) {
        var layers = new ArrayList<>(Words.layers(fixture));
        layers.removeIf(layer -> layer.kind().equals("dropout"));
        return layers;
    }

    /** Where the fixture has an input's gradient, a layer before all others holds the input as its weight. */
    private static void assertGradients(Fixture fixture, List<Layer> layers, Loss loss) {
        var x = fixture.tensor("input");
        var expected = fixture.tensors("gradients");
        var weights = fixture.tensors("weights");
        var all = new ArrayList<Layer>();
        if (expected.containsKey("input")) {
            all.add(new Given(x));
            weights.put("given1.batch", x);
            expected.put("given1.batch", expected.remove("input"));
        }
        all.addAll(layers);
        if (fixture.has("cotangent")) {
            // Behind a softmax at the very end a loss sees the softmax's operands; here its outputs are meant.
            all.add(reshape(fixture.tensor("output").shape().dropFirst(1).toArray()));
        }
        var net = sequential(input(fixture.inputShape()), all).weights(weights);
        var target = fixture.tensor(fixture.has("cotangent") ? "cotangent" : "target");
        var found = gradients(net, x, loss, target);
        assertClose("loss", found.remove("loss"), fixture.numbers("loss"));
        assertAllClose(found, expected);
    }

    private static Map<String, Tensor> gradients(Model net, Tensor x, Loss loss, Tensor target) {
        var graph = net.graph();
        var y = loss.prepare(graph.output(), target);
        var scoring = new Scoring(graph.output(), y.shape().dropFirst(1), y.dtype());
        var results = Programs.gradients(graph, loss, scoring)
                .run(
                        true,
                        new Arguments()
                                .add("ps", net.arrays())
                                .add(net.admit(x).array())
                                .add(y.array()));
        var named = new LinkedHashMap<String, Tensor>();
        named.put("loss", new Tensor(results.get(0)));
        for (int i = 1; i < results.size(); i++) {
            named.put(graph.weights().get(i - 1).key(), new Tensor(results.get(i)));
        }
        return named;
    }

    private static void assertAllClose(Map<String, Tensor> found, Map<String, Tensor> expected) {
        assertThat(found).containsOnlyKeys(expected.keySet());
        expected.forEach((name, tensor) -> assertClose(name, found.get(name), tensor));
    }

    private static void assertClose(String what, Tensor found, Tensor expected) {
        assertThat(found.shape()).as("shape of %s", what).isEqualTo(expected.shape());
        double scale = expected.abs().max().item();
        assertThat(found.toDoubleArray())
                .as("%s %s", what, expected.shape())
                .containsExactly(expected.toDoubleArray(), within(TOLERANCE * Math.max(scale, 1e-3)));
    }
}

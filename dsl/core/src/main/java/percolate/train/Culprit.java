package percolate.train;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import percolate.Model;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.engine.NativeProgram;
import percolate.model.Graph;
import percolate.program.Comparison;
import percolate.program.Forward;
import percolate.program.Mode;
import percolate.program.Programs;
import percolate.program.Roles;
import percolate.program.Stepwise;

/**
 * Finds what was not finite in a step that failed: pushes its batch forward once more, layer by layer. The model's weights
 * stay as they are.
 */
record Culprit(Model model, Roles roles, Comparison comparison, List<Array> weights) {
    private static final String SLOWER = "; take a smaller learning rate or clipNorm(1), or scale the inputs";

    /** What is not finite, and what helps. */
    String in(List<Tensor> x, List<Tensor> y) {
        var kept = Kept.of(roles.buffers(weights));
        try {
            return given(x, "x")
                    .or(() -> given(y.subList(0, comparison.judged()), "y"))
                    .or(this::weight)
                    .or(() -> layer(x))
                    .or(() -> loss(x, y))
                    .orElse("a loss or gradient that a second try with other random numbers did not give" + SLOWER);
        } finally {
            kept.putBack();
        }
    }

    private static Optional<String> given(List<Tensor> tensors, String letter) {
        for (int i = 0; i < tensors.size(); i++) {
            var found = notFinite(tensors.get(i));
            if (found.isPresent()) {
                return Optional.of(words(found) + " in the data's " + letter
                        + (tensors.size() == 1 ? "" : "(" + i + ")")
                        + "; leave such examples out, or put numbers in their place");
            }
        }
        return Optional.empty();
    }

    private Optional<String> weight() {
        var entries = model.graph().weights();
        for (int i = 0; i < entries.size(); i++) {
            var found = notFinite(new Tensor(weights.get(i)));
            if (found.isPresent()) {
                return Optional.of(
                        words(found) + " in the weight " + entries.get(i).key()
                                + "; give it other numbers with net.weights(…), or begin with a new model");
            }
        }
        return Optional.empty();
    }

    private Optional<String> layer(List<Tensor> x) {
        var graph = model.graph();
        var values = new Stepwise(graph, Mode.TRAINING, false, weights).each(x);
        for (int i = 0; i < values.size(); i++) {
            var found = notFinite(values.get(i));
            if (found.isPresent()) {
                return Optional.of(words(found) + " from " + place(graph, i) + SLOWER);
            }
        }
        return Optional.empty();
    }

    private static String place(Graph graph, int step) {
        return "layer " + (step + 1) + " " + graph.steps().get(step).layer();
    }

    private Optional<String> loss(List<Tensor> x, List<Tensor> y) {
        var outputs = Forward.compared(model.graph(), Mode.TRAINING, true, weights, x, comparison.bare());
        var arguments = Score.compared(roles.add(new NativeProgram.Arguments(), weights), comparison, outputs, y);
        var found = Programs.differentiate(roles, comparison).run(true, arguments);
        var loss = notFinite(new Tensor(found.get(0)));
        return loss.isPresent() ? Optional.of(words(loss) + " from the loss" + SLOWER) : gradient(found);
    }

    /** The one nearest to the loss: from there it spread to those before. */
    private Optional<String> gradient(List<Array> found) {
        for (int i = found.size() - 1; i > 0; i--) {
            var value = notFinite(new Tensor(found.get(i)));
            if (value.isPresent()) {
                var entry = model.graph().weights().get(roles.trained().get(i - 1));
                var names = model.graph().steps().stream().map(Graph.Step::name).toList();
                return Optional.of(words(value) + " in the gradient of " + entry.key() + ", of "
                        + place(model.graph(), names.indexOf(entry.layer()))
                        + "; keep roots, logarithms and divisors behind it away from 0, or take a smaller learning"
                        + " rate");
            }
        }
        return Optional.empty();
    }

    private static OptionalDouble notFinite(Tensor values) {
        return values.dtype().isFloating()
                ? Arrays.stream(values.toDoubleArray())
                        .filter(v -> !Double.isFinite(v))
                        .findFirst()
                : OptionalDouble.empty();
    }

    private static String words(OptionalDouble value) {
        return Double.isNaN(value.getAsDouble()) ? "NaN" : "an infinite number";
    }
}

package percolate.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import percolate.Layer;
import percolate.Optimizer.Parameter;
import percolate.model.Graph;
import percolate.model.Weight;

/**
 * What layers ask of their own weights: {@code l1}, {@code l2} and {@code maxNorm}, for all of a layer's trained weights
 * but biases, and {@code rate} for all. As in Keras the penalties λ₁·Σ|w| and λ₂·Σw² are part of the loss that a training or evaluation shows.
 */
final class Penalties {
    private Penalties() {}

    /** What an optimizer has to know of each weight, in the order of {@link Graph#weights}. */
    static List<Parameter> parameters(Graph graph) {
        return graph.weights().stream().map(entry -> parameter(graph, entry)).toList();
    }

    private static Parameter parameter(Graph graph, Graph.Entry entry) {
        var layer = graph.steps().stream()
                .filter(step -> step.name().equals(entry.layer()))
                .findFirst()
                .orElseThrow()
                .layer();
        var weight = entry.weight();
        return new Parameter(
                entry.key(),
                weight.units(),
                option(layer, weight, "l1"),
                option(layer, weight, "l2"),
                option(layer, weight, "maxNorm"),
                layer.attributes().has("rate") ? layer.attributes().number("rate") : 1);
    }

    private static double option(Layer layer, Weight weight, String option) {
        var attributes = layer.attributes();
        boolean bias = weight.name().toLowerCase(Locale.ROOT).endsWith("bias");
        return attributes.has(option) && weight.trained() && !bias ? attributes.number(option) : 0;
    }

    /** The native expression for the sum of all penalties, empty where there are none. */
    static String of(Graph graph) {
        var parameters = parameters(graph);
        var terms = new ArrayList<String>();
        for (int i = 0; i < parameters.size(); i++) {
            term("torch.abs", i, parameters.get(i).l1(), terms);
            term("torch.square", i, parameters.get(i).l2(), terms);
        }
        return terms.stream()
                .reduce((a, b) -> "torch.add(" + a + ", " + b + ")")
                .orElse("");
    }

    private static void term(String function, int index, double factor, List<String> terms) {
        if (factor != 0) {
            terms.add(
                    "torch.mul(torch.sum(" + function + "(torch.detach(p" + index + ")), dtype=None), " + factor + ")");
        }
    }
}

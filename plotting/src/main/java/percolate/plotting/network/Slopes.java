package percolate.plotting.network;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import percolate.Gradients;
import percolate.Tensor;
import percolate.model.Graph;

/** The gradients of a network's weights, layer by layer. */
final class Slopes {
    private final Graph graph;
    private final Map<String, Tensor> gradients;

    private Slopes(Graph graph, Map<String, Tensor> gradients) {
        this.graph = graph;
        this.gradients = gradients;
    }

    /**
     * @param who says in errors what was to be drawn
     * @throws IllegalArgumentException if they are those of other weights
     */
    static Slopes of(String who, Graph graph, Gradients gradients) {
        var found = gradients.all();
        var its = graph.weights().stream()
                .filter(entry -> found.containsKey(entry.key()))
                .toList();
        if (its.isEmpty() || its.stream().anyMatch(entry -> !fits(entry, found.get(entry.key())))) {
            throw new IllegalArgumentException(who + ": expected gradients of this network's weights, such as "
                    + graph.weights().stream()
                            .limit(2)
                            .map(entry -> entry.key() + " " + entry.weight().shape())
                            .toList()
                    + ", got those of "
                    + found.entrySet().stream()
                            .limit(2)
                            .map(entry ->
                                    entry.getKey() + " " + entry.getValue().shape())
                            .toList()
                    + "; take gradients(() -> loss, net)");
        }
        return new Slopes(graph, found);
    }

    private static boolean fits(Graph.Entry entry, Tensor gradient) {
        return entry.weight().shape().equals(gradient.shape());
    }

    /** Those of one layer; none where it has no weights that are trained. */
    List<Tensor> of(Graph.Step step) {
        return step.slots().stream()
                .map(slot -> gradients.get(graph.weights().get(slot).key()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** √Σg² over a layer's weights; NaN where it has none, infinite where one is no number. */
    double norm(Graph.Step step) {
        var its = of(step);
        double sum = 0;
        for (var gradient : its) {
            double norm = gradient.norm().item();
            sum += norm * norm;
        }
        return its.isEmpty() ? Double.NaN : Double.isNaN(sum) ? Double.POSITIVE_INFINITY : Math.sqrt(sum);
    }
}

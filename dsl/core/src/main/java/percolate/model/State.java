package percolate.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import percolate.DType;
import percolate.ShapeException;
import percolate.Tensor;

/** The numbers of a graph's weights, by name. */
public final class State {
    private State() {}

    /** Copies of all, for example of {@code dense1.weight}. */
    public static Map<String, Tensor> read(Graph graph) {
        var named = new LinkedHashMap<String, Tensor>();
        graph.weights()
                .forEach(e -> named.put(e.key(), new Tensor(e.variable().array().copy())));
        return named;
    }

    /** A copy of one. */
    public static Tensor read(Graph graph, String name) {
        return new Tensor(entry(graph, name).variable().array().copy());
    }

    /**
     * Sets some and keeps the others.
     *
     * @throws IllegalArgumentException if a name or a shape is not the graph's; nothing is changed then
     */
    public static void write(Graph graph, Map<String, Tensor> values) {
        values.forEach((name, value) -> {
            var expected = entry(graph, name).weight().shape();
            if (!value.shape().equals(expected)) {
                throw new ShapeException("weights: " + name + " has shape " + expected + ", got " + value.shape()
                        + "; reshape it, or change the layer");
            }
        });
        // The others keep what they have, which is drawn first where nothing is there yet.
        for (var entry : graph.weights()) {
            var value = values.get(entry.key());
            if (value == null) {
                entry.variable().settle();
            } else {
                entry.variable().set(value.to(DType.float32).array());
            }
        }
    }

    private static Graph.Entry entry(Graph graph, String name) {
        List<String> keys = graph.weights().stream().map(Graph.Entry::key).toList();
        int at = keys.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("weights: there is no \"" + name + "\" in this model, but " + keys
                    + "; did you mean \"" + Nearest.to(name, keys) + "\"?");
        }
        return graph.weights().get(at);
    }
}

package percolate.model;

import java.util.List;
import java.util.function.Supplier;
import percolate.engine.Array;

/** The states that layers of a graph take over from one batch to the next. */
public final class Carried {
    private Carried() {}

    /** Whether there are any. */
    public static boolean in(Graph graph) {
        return !graph.carried().isEmpty();
    }

    /** Lets the next batch start from zeros. */
    public static void reset(Graph graph) {
        graph.carried().forEach(entry -> entry.variable().carry(null));
    }

    /** Does something that starts from zeros, and goes on afterwards in the states from before. */
    public static <T> T apart(Graph graph, Supplier<T> action) {
        var before = arrays(graph);
        try {
            reset(graph);
            return action.get();
        } finally {
            put(graph, before);
        }
    }

    /** Does something that starts in the states as they are, and goes on afterwards in the same ones. */
    public static <T> T looking(Graph graph, Supplier<T> action) {
        var before = arrays(graph);
        try {
            put(graph, before.stream().map(Array::copy).toList());
            return action.get();
        } finally {
            put(graph, before);
        }
    }

    /** The states as they are now. */
    public static List<Array> arrays(Graph graph) {
        return graph.carried().stream().map(entry -> entry.variable().array()).toList();
    }

    /** Goes on in these states. */
    public static void put(Graph graph, List<Array> arrays) {
        for (int i = 0; i < arrays.size(); i++) {
            graph.carried().get(i).variable().carry(arrays.get(i));
        }
    }
}

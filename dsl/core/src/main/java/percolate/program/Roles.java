package percolate.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import percolate.engine.Array;
import percolate.engine.NativeProgram.Arguments;
import percolate.model.Graph;

/**
 * Which list of a program's arguments holds which of a model's weights: {@code ps} those that are trained, {@code fs} those
 * that are frozen, {@code bs} what is no parameter, such as running means; behind them in {@code carried} the states that
 * layers take over from one batch to the next.
 */
public final class Roles {
    private static final String CARRIED = "carried";

    private final Map<String, List<Integer>> lists = new LinkedHashMap<>();
    private final List<Graph.Entry> states;

    private final boolean byColumns;

    private Roles(Graph graph, Set<String> frozen, IntPredicate used) {
        states = graph.carried();
        byColumns = graph.weights().stream().anyMatch(e -> e.weight().byColumns());
        for (int i = 0; i < graph.weights().size(); i++) {
            var entry = graph.weights().get(i);
            boolean held = frozen.contains(entry.layer()) || entry.variable().isFrozen() || !used.test(i);
            var list = entry.weight().trained() ? (held ? "fs" : "ps") : "bs";
            lists.computeIfAbsent(list, k -> new ArrayList<>()).add(i);
        }
    }

    /** For use: nothing is frozen. */
    public static Roles of(Graph graph) {
        return of(graph, Set.of());
    }

    /** With the layers of these names frozen. */
    public static Roles of(Graph graph, Set<String> frozen) {
        return new Roles(graph, frozen, i -> true);
    }

    /** For a training that judges these outputs: what none of them depends on stays as it is. */
    public static Roles of(Graph graph, Set<String> frozen, List<Judged> judged) {
        var outputs = judged.stream().map(j -> graph.outputs().get(j.output())).toList();
        return new Roles(graph, frozen, graph.slots(outputs)::contains);
    }

    /** The names of the lists that are not empty, in the order of the arguments. */
    List<String> names() {
        var names = new ArrayList<>(
                Stream.of("ps", "fs", "bs").filter(lists::containsKey).toList());
        if (!states.isEmpty()) {
            names.add(CARRIED);
        }
        return names;
    }

    /** Takes the weights out of their lists: {@code p0 = ps[0]}, … */
    List<String> lines() {
        var lines = new ArrayList<String>();
        for (var name : names()) {
            var numbers = lists.getOrDefault(name, List.of());
            for (int i = 0; i < numbers.size(); i++) {
                var value = name + "[" + i + "]";
                lines.add("p" + numbers.get(i) + " = " + (name.equals("fs") ? "torch.detach(" + value + ")" : value));
            }
        }
        for (int i = 0; i < states.size(); i++) {
            lines.add(CARRIED + i + " = " + CARRIED + "[" + i + "]");
        }
        return lines;
    }

    /** The weights that are trained, in the order of {@code ps}. */
    public List<Array> trained(List<Array> weights) {
        return pick("ps", weights);
    }

    /** What is no parameter, in the order of {@code bs}. */
    public List<Array> buffers(List<Array> weights) {
        return pick("bs", weights);
    }

    /** The numbers of the trained weights in the model's order. */
    public List<Integer> trained() {
        return List.copyOf(lists.getOrDefault("ps", List.of()));
    }

    /** Whether some weights lie in memory column by column. */
    boolean byColumns() {
        return byColumns;
    }

    private List<Array> pick(String name, List<Array> weights) {
        return lists.getOrDefault(name, List.of()).stream().map(weights::get).toList();
    }

    /** All weights as arguments, and the states as they are now. */
    public Arguments add(Arguments arguments, List<Array> weights) {
        names().forEach(name -> arguments.add(name, name.equals(CARRIED) ? carried() : pick(name, weights)));
        return arguments;
    }

    private List<Array> carried() {
        return states.stream().map(e -> e.variable().array()).toList();
    }
}

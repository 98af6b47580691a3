package percolate.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import percolate.model.Graph;
import percolate.model.Graph.Source;
import percolate.model.Own;

/**
 * The text that pushes a batch through a graph: one function per layer, so that a native error names the layer, and the
 * calls between them.
 */
final class ForwardText {
    private final Graph graph;
    private final Mode mode;
    private final boolean exposing;

    ForwardText(Graph graph, Mode mode) {
        this(graph, mode, false);
    }

    /** @param exposing whether the values that layers expose are all computed, not only those that the graph uses */
    ForwardText(Graph graph, Mode mode, boolean exposing) {
        this.graph = graph;
        this.mode = mode;
        this.exposing = exposing;
    }

    /** One function per layer. */
    String functions() {
        var text = new StringBuilder();
        for (int i = 0; i < graph.steps().size(); i++) {
            text.append(function(i));
        }
        return text.toString();
    }

    private String function(int index) {
        var step = graph.steps().get(index);
        var wanted = wanted(index);
        var body = new Body(step.ins(), isTraining(step), exposing);
        var results = new ArrayList<>(List.of(step.layer().write(body)));
        if (!body.exposed().keySet().containsAll(wanted)) {
            body = new Body(step.ins(), isTraining(step), true);
            results = new ArrayList<>(List.of(step.layer().write(body)));
        }
        for (var name : wanted) {
            results.add(body.exposed().get(name));
        }
        var arguments = new ArrayList<>(List.of("self: __torch__.Ops"));
        for (int i = 0; i < body.inputs(); i++) {
            arguments.add(body.input(i) + ": Tensor");
        }
        step.layer().weights(step.ins()).forEach(w -> arguments.add(w.name() + ": Tensor"));
        step.layer().carried(step.ins()).forEach(w -> arguments.add(w.name() + ": Tensor"));
        var text = new StringBuilder(
                "  def " + name(index) + "(" + String.join(", ", arguments) + ") -> " + type(results.size()) + ":\n");
        body.lines().forEach(line -> text.append("    ").append(line).append('\n'));
        var result = String.join(", ", results);
        return text.append("    return ")
                .append(results.size() == 1 ? result : "(" + result + ")")
                .append('\n')
                .toString();
    }

    private boolean isTraining(Graph.Step step) {
        return mode.isTraining(step.layer()) && !graph.keepsStatistics(step);
    }

    private static String type(int results) {
        var tensors = String.join(", ", Collections.nCopies(results, "Tensor"));
        return results == 1 ? tensors : "Tuple[" + tensors + "]";
    }

    /** The names of the values of a step that are computed beside its output. */
    List<String> wanted(int index) {
        int place = graph.inputs().size() + index;
        if (graph.steps().get(index).layer() instanceof Own) {
            return List.of();
        }
        if (exposing) {
            return Readings.exposed(graph.steps().get(index));
        }
        return uses().filter(
                        source -> source.place() == place && !source.exposed().isEmpty())
                .map(Source::exposed)
                .distinct()
                .toList();
    }

    /** All places that something takes a value from. */
    private Stream<Source> uses() {
        return Stream.concat(graph.outputs().stream(), graph.steps().stream().flatMap(step -> step.from().stream()));
    }

    /**
     * The calls, a line each.
     *
     * @param inputs the variables that hold the batches
     * @param outputs the variables to assign the results to
     * @param bare the outputs whose softmax is left to the loss
     */
    List<String> calls(List<String> inputs, List<String> outputs, Set<Integer> bare) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < graph.steps().size(); i++) {
            lines.add(call(i, inputs));
            var activated = activated(i);
            if (!activated.equals("h" + i) && isActivated(i, bare)) {
                lines.add("h" + i + "a = " + activated);
            }
        }
        for (int i = 0; i < outputs.size(); i++) {
            var source = graph.outputs().get(i);
            lines.add(outputs.get(i) + " = "
                    + (bare.contains(i) ? "h" + (source.place() - graph.inputs().size()) : value(source, inputs)));
        }
        return lines;
    }

    private String activated(int index) {
        var step = graph.steps().get(index);
        return step.layer().activation().code("h" + index, step.out());
    }

    /** Whether anything but a bare output takes the step's result. */
    private boolean isActivated(int index, Set<Integer> bare) {
        var place = new Source(graph.inputs().size() + index, "");
        var outputs = IntStream.range(0, graph.outputs().size())
                .filter(i -> !bare.contains(i))
                .mapToObj(graph.outputs()::get);
        var all = new HashSet<Source>();
        graph.steps().forEach(step -> all.addAll(step.from()));
        return exposing || all.contains(place) || outputs.anyMatch(place::equals);
    }

    private String call(int index, List<String> inputs) {
        var step = graph.steps().get(index);
        var arguments = new ArrayList<String>();
        for (int i = 0; i < step.from().size(); i++) {
            var value = value(step.from().get(i), inputs);
            arguments.add(step.casts().get(i) ? "torch.to(" + value + ", 6, False, False, None)" : value);
        }
        step.slots().forEach(slot -> arguments.add("p" + slot));
        step.carried().forEach(slot -> arguments.add("carried" + slot));
        var targets = new ArrayList<>(List.of("h" + index));
        wanted(index).forEach(name -> targets.add(exposed(index, name)));
        return String.join(", ", targets) + " = (self)." + name(index) + "(" + String.join(", ", arguments) + ")";
    }

    static String exposed(int index, String name) {
        return "h" + index + "_" + name;
    }

    /** The variable that holds the values of a place. */
    String value(Source source, List<String> inputs) {
        if (source.place() < inputs.size()) {
            return inputs.get(source.place());
        }
        int index = source.place() - inputs.size();
        if (!source.exposed().isEmpty()) {
            return exposed(index, source.exposed());
        }
        return "h" + index + (activated(index).equals("h" + index) ? "" : "a");
    }

    private String name(int index) {
        var step = graph.steps().get(index);
        return "layer" + (index + 1) + "_" + step.name().replaceAll("[^A-Za-z0-9]", "_");
    }
}

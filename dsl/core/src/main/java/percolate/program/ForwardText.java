package percolate.program;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import percolate.model.Graph;
import percolate.model.Weight;

/**
 * The text that pushes a batch through a graph: one function per layer, so that a native error names the layer, and the
 * calls between them.
 */
final class ForwardText {
    private final Graph graph;
    private final boolean training;

    ForwardText(Graph graph, boolean training) {
        this.graph = graph;
        this.training = training;
    }

    /** Takes the weights out of their list: {@code p0 = ps[0]}, … */
    List<String> weights() {
        return IntStream.range(0, graph.weights().size())
                .mapToObj(i -> "p" + i + " = ps[" + i + "]")
                .toList();
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
        var body = new Body(step.in(), training, false);
        var result = step.layer().write(body);
        var arguments = new ArrayList<>(List.of("self: __torch__.Ops", "x: Tensor"));
        step.weights().stream().map(w -> w.name() + ": Tensor").forEach(arguments::add);
        var text = new StringBuilder("  def " + name(index) + "(" + String.join(", ", arguments) + ") -> Tensor:\n");
        body.lines().forEach(line -> text.append("    ").append(line).append('\n'));
        return text.append("    return ").append(result).append('\n').toString();
    }

    /**
     * The calls, a line each.
     *
     * @param input the variable that holds the batch
     * @param output the variable to assign the result to
     * @param withLast whether the last layer's activation is applied; losses want a softmax's operands instead
     */
    List<String> calls(String input, String output, boolean withLast) {
        var lines = new ArrayList<String>();
        var value = input;
        int parameter = 0;
        int last = graph.steps().size() - 1;
        for (int i = 0; i <= last; i++) {
            var step = graph.steps().get(i);
            var arguments = new ArrayList<>(List.of(value));
            for (Weight ignored : step.weights()) {
                arguments.add("p" + parameter++);
            }
            var target = i == last ? output : "h" + i;
            lines.add(target + " = (self)." + name(i) + "(" + String.join(", ", arguments) + ")");
            var activated = step.layer().activation().code(target, step.out());
            if (!activated.equals(target) && (i < last || withLast)) {
                lines.add(target + "a = " + activated);
                target += "a";
            }
            value = target;
        }
        if (!value.equals(output)) {
            lines.add(output + " = " + value);
        }
        return lines;
    }

    private String name(int index) {
        var step = graph.steps().get(index);
        return "layer" + (index + 1) + "_" + step.name().replaceAll("[^A-Za-z0-9]", "_");
    }
}

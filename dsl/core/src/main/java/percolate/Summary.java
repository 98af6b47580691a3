package percolate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import percolate.model.Graph;

/**
 * A model layer by layer: output shapes with the formula of their sizes, and the arithmetic of the parameter counts.
 *
 * @param inputs the shape of one example, for each input
 * @param parameters the sum over all layers
 * @param frozen how many of the parameters training leaves as they are
 * @param buffers the numbers that layers keep beside their parameters, such as running means; no gradient changes them
 */
public record Summary(List<Input> inputs, List<Row> rows, long parameters, long frozen, long buffers) {
    public Summary {
        inputs = List.copyOf(inputs);
        rows = List.copyOf(rows);
    }

    /** @param shape of one example */
    public record Input(String name, Shape shape) {}

    /**
     * One layer.
     *
     * @param name its name in the model, the key of its weights
     * @param layer as it was written
     * @param output the shape of one example after it
     * @param sizeFormula how the output's size comes about, with numbers; empty where it stays as it is
     * @param parameterFormula how the count comes about, with numbers; empty where there are none
     * @param from the layers that feed it, where that is not the one before alone
     * @param frozen whether training leaves its parameters as they are
     */
    public record Row(
            String name,
            String layer,
            Shape output,
            String sizeFormula,
            String parameterFormula,
            long parameters,
            List<String> from,
            boolean frozen) {
        public Row {
            from = List.copyOf(from);
        }
    }

    static Summary of(Graph graph, Set<String> frozenNames) {
        var inputs =
                graph.inputs().stream().map(i -> new Input(i.name(), i.shape())).toList();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < graph.steps().size(); i++) {
            var step = graph.steps().get(i);
            boolean plain =
                    step.from().equals(List.of(new Graph.Source(graph.inputs().size() - 1 + i, "")));
            rows.add(new Row(
                    step.name(),
                    step.layer().toString(),
                    step.out(),
                    step.layer().sizeFormula(step.ins()),
                    step.weights().isEmpty() && !step.slots().isEmpty()
                            ? "shared"
                            : step.layer().parameterFormula(step.ins()),
                    step.parameterCount(),
                    plain
                            ? List.of()
                            : step.from().stream().map(s -> name(graph, s)).toList(),
                    frozenNames.contains(step.name()) && step.parameterCount() > 0));
        }
        long frozen =
                rows.stream().filter(Row::frozen).mapToLong(Row::parameters).sum();
        return new Summary(inputs, rows, graph.parameterCount(), frozen, graph.bufferCount());
    }

    private static String name(Graph graph, Graph.Source source) {
        var name = source.place() < graph.inputs().size()
                ? graph.inputs().get(source.place()).name()
                : graph.step(source).name();
        return source.exposed().isEmpty() ? name : name + "." + source.exposed();
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var input : inputs) {
            text.append(inputs.size() == 1 ? "input" : input.name())
                    .append(' ')
                    .append(input.shape())
                    .append('\n');
        }
        int name = width(rows.stream().map(Row::name).toList());
        int layer = width(rows.stream().map(Row::layer).toList());
        int output = width(rows.stream().map(r -> r.output().toString()).toList());
        int size = width(rows.stream().map(Row::sizeFormula).toList());
        for (var row : rows) {
            text.append(String.format(
                            Locale.ROOT,
                            "%-" + name + "s  %-" + layer + "s  %-" + output + "s  %-" + size + "s  %s",
                            row.name(),
                            row.layer(),
                            row.output(),
                            row.sizeFormula(),
                            remarks(row))
                    .stripTrailing());
            text.append('\n');
        }
        return text.append(counts()).toString();
    }

    private static String remarks(Row row) {
        return List.of(
                        row.parameterFormula(),
                        row.frozen() ? "frozen" : "",
                        row.from().isEmpty() ? "" : "from " + String.join(", ", row.from()))
                .stream()
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String counts() {
        return String.format(Locale.ROOT, "%,d parameters", parameters)
                + (frozen == 0 ? "" : String.format(Locale.ROOT, ", %,d of them frozen", frozen))
                + (buffers == 0 ? "" : String.format(Locale.ROOT, "; %,d non-trainable numbers beside them", buffers));
    }

    private static int width(List<String> cells) {
        return Math.max(1, cells.stream().mapToInt(String::length).max().orElse(1));
    }
}

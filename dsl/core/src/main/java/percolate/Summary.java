package percolate;

import java.util.List;
import java.util.Locale;

/**
 * A model layer by layer: output shapes with the formula of their sizes, and the arithmetic of the parameter counts.
 *
 * @param input the shape of one example
 * @param parameters the sum over all layers
 */
public record Summary(Shape input, List<Row> rows, long parameters) {
    public Summary {
        rows = List.copyOf(rows);
    }

    /**
     * One layer.
     *
     * @param name its name in the model, the key of its weights
     * @param layer as it was written
     * @param output the shape of one example after it
     * @param sizeFormula how the output's size comes about, with numbers; empty where it stays as it is
     * @param parameterFormula how the count comes about, with numbers; empty where there are none
     */
    public record Row(
            String name, String layer, Shape output, String sizeFormula, String parameterFormula, long parameters) {}

    @Override
    public String toString() {
        var text = new StringBuilder("input ").append(input).append('\n');
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
                            row.parameterFormula())
                    .stripTrailing());
            text.append('\n');
        }
        return text.append(String.format(Locale.ROOT, "%,d parameters", parameters))
                .toString();
    }

    private static int width(List<String> cells) {
        return Math.max(1, cells.stream().mapToInt(String::length).max().orElse(1));
    }
}

package percolate.plotting.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.Tensor;
import percolate.plotting.chart.Digits;

/** The weights of one head. */
final class AttentionMap {
    private final String name;
    private final float[] values;
    private final List<String> queries;
    private final List<String> keys;

    /**
     * @param values [queries, keys] in row-major order
     * @param queries words or numbers, one for each row
     * @param keys one for each column
     */
    AttentionMap(String name, float[] values, List<String> queries, List<String> keys) {
        this.name = name;
        this.values = values;
        this.queries = queries;
        this.keys = keys;
    }

    private static final int MOST_SAID = 8;

    /** @param weights [1, queries, keys], or [1, heads, queries, keys] */
    static List<AttentionMap> of(String layer, Tensor weights) {
        int rank = weights.shape().rank();
        int heads = rank == 4 ? weights.size(1) : 1;
        var maps = new ArrayList<AttentionMap>();
        for (int head = 0; head < heads; head++) {
            var its = rank == 4 ? weights.get(0, head) : weights.get(0);
            var name = heads == 1 ? layer : layer + ", head " + (head + 1);
            maps.add(new AttentionMap(name, its.toFloatArray(), numbers(its.size(0)), numbers(its.size(1))));
        }
        return maps;
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    int rows() {
        return queries.size();
    }

    int columns() {
        return keys.size();
    }

    /** With words where there are as many as steps. */
    AttentionMap named(List<String> rows, List<String> columns) {
        return new AttentionMap(
                name,
                values,
                rows.size() == queries.size() ? rows : columns.size() == queries.size() ? columns : queries,
                columns.size() == keys.size() ? columns : rows.size() == keys.size() ? rows : keys);
    }

    double value(int row, int column) {
        return values[row * columns() + column];
    }

    /** The largest weight, which is shown brightest. */
    double most() {
        return Span.of(values).high();
    }

    Field field() {
        return Field.of(values, 0, rows(), columns(), new Span(0, most()), Shade.SIZE);
    }

    /** What each query looks at most. */
    String words() {
        return name + ": "
                + IntStream.range(0, Math.min(MOST_SAID, rows()))
                        .mapToObj(row -> queries.get(row) + " → " + keys.get(mostSeen(row)) + " ("
                                + Digits.percent(value(row, mostSeen(row))) + ")")
                        .collect(Collectors.joining(", "));
    }

    private int mostSeen(int row) {
        int best = 0;
        for (int column = 1; column < columns(); column++) {
            best = value(row, column) > value(row, best) ? column : best;
        }
        return best;
    }

    String name() {
        return name;
    }

    float[] values() {
        return values;
    }

    List<String> queries() {
        return queries;
    }

    List<String> keys() {
        return keys;
    }
}

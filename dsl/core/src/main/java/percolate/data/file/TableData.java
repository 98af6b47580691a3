package percolate.data.file;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.Dataset;
import percolate.Shape;
import percolate.Tensor;
import percolate.data.Facts;
import percolate.data.TensorDataset;
import percolate.engine.Array;
import percolate.tensor.Joining;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/**
 * Columns of a table as examples: x is float32 [rows, columns], with a column of zeros and ones for each word where a column
 * holds words. y is int64 [rows] where the label holds words, yes or no, or the numbers 0 to k − 1, and float32 [rows, 1]
 * where it holds other numbers.
 */
public final class TableData implements Dataset {
    private static final int MOST_CLASSES = 100;

    private final Table table;
    private final List<Cells> columns;
    private final List<Cells> labels;
    private final Filling filling;
    private final boolean classes;
    private Dataset held;

    private TableData(Table table, List<Cells> columns, List<Cells> labels, Filling filling, boolean classes) {
        this.table = table;
        this.columns = columns;
        this.labels = labels;
        this.filling = filling;
        this.classes = classes;
    }

    /**
     * @param columns names between commas; {@code *} for all but the labels
     * @param labels names between commas
     * @throws IllegalArgumentException if a name is none of the table's, or a column holds dates
     */
    public static TableData of(Table table, String columns, String labels) {
        var y = names("label", labels);
        var x = columns.strip().equals("*") ? others(table, y) : names("columns", columns);
        for (var name : x) {
            if (y.contains(name)) {
                throw new IllegalArgumentException("dataset: expected the label to be none of the columns, got \""
                        + name + "\" among both; leave it out of " + x);
            }
        }
        return new TableData(table, cells(table, x), cells(table, y), Filling.NONE, false);
    }

    private static List<String> others(Table table, List<String> labels) {
        return table.columnNames().stream()
                .filter(name -> !labels.contains(name))
                .toList();
    }

    private static List<String> names(String what, String given) {
        var names = Arrays.stream(given.split(",", -1)).map(String::strip).toList();
        if (names.contains("") || names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException(
                    "dataset: expected each name once in the " + what + ", got \"" + given + "\"; write \"a, b\"");
        }
        return names;
    }

    private static List<Cells> cells(Table table, List<String> names) {
        return names.stream().map(name -> new Cells(table, name)).toList();
    }

    /** The same without the rows in which something is missing. */
    public TableData dropMissing() {
        var whole = IntStream.range(0, table.rowCount())
                .filter(row -> !isMissing(row))
                .toArray();
        if (whole.length == 0) {
            throw new IllegalArgumentException("dropMissing: expected rows without missing values, got none among "
                    + table.rowCount() + "; leave out a column: missing are " + missing());
        }
        var rest = table.where(Selection.with(whole));
        return new TableData(rest, again(rest, columns), again(rest, labels), filling, classes);
    }

    private boolean isMissing(int row) {
        return columns.stream().anyMatch(c -> c.isMissing(row))
                || labels.stream().anyMatch(c -> c.isMissing(row));
    }

    private static List<Cells> again(Table table, List<Cells> cells) {
        return cells(table, cells.stream().map(Cells::name).toList());
    }

    /**
     * The same with something in the place of what is missing in x: the {@code "mean"}, {@code "median"} or {@code
     * "mostFrequent"} value of its column, over all rows; of words always the most frequent.
     */
    public TableData fillMissing(String by) {
        return new TableData(table, columns, labels, Filling.of(by), classes);
    }

    /** The same, whose label is a class, whatever numbers it holds: 1, 2 and 3 become the labels 0, 1 and 2. */
    public TableData asClasses() {
        return new TableData(table, columns, labels, filling, true);
    }

    /** The names of x's columns, {@code colour=red} where a word became a column. */
    public List<String> columns() {
        return features().stream().map(Cells.Feature::name).toList();
    }

    private List<Cells.Feature> features() {
        return columns.stream().flatMap(c -> c.features().stream()).toList();
    }

    private Map<String, Integer> missing() {
        var missing = new LinkedHashMap<String, Integer>();
        for (var column : columns) {
            int its = column.missing();
            if (its > 0 && (filling == Filling.NONE || its == table.rowCount())) {
                missing.put(column.name(), its);
            }
        }
        labels.stream().filter(c -> c.missing() > 0).forEach(c -> missing.put(c.name(), c.missing()));
        return missing;
    }

    private synchronized Dataset held() {
        if (held == null) {
            var missing = missing();
            if (!missing.isEmpty()) {
                throw new IllegalStateException("dataset: expected a value in each cell, got missing ones in "
                        + missing.entrySet().stream()
                                .map(e -> "\"" + e.getKey() + "\" (" + e.getValue() + " of " + table.rowCount()
                                        + " rows)")
                                .collect(Collectors.joining(", "))
                        + "; say dropMissing()"
                        + (filling == Filling.NONE
                                ? ", or fillMissing(\"mean\")"
                                : ", for nothing tells what to put there"));
            }
            held = read();
        }
        return held;
    }

    private Dataset read() {
        var features = features();
        int rows = table.rowCount();
        var x = new float[rows * features.size()];
        for (int c = 0; c < features.size(); c++) {
            var values = filling.filled(features.get(c), rows);
            for (int row = 0; row < rows; row++) {
                x[row * features.size() + c] = (float) values[row];
            }
        }
        var inputs = new Tensor(Array.of(x, Shape.of(rows, features.size())));
        return labels.size() == 1 && isClass(labels.get(0))
                ? new TensorDataset(
                        inputs, numbers(labels.get(0)), labels.get(0).words())
                : new TensorDataset(inputs, quantities(), List.of());
    }

    private boolean isClass(Cells label) {
        if (classes || label.isWords() || label.isYesOrNo()) {
            return true;
        }
        var words = label.words();
        return words.size() > 1
                && words.size() <= MOST_CLASSES
                && IntStream.range(0, words.size()).allMatch(i -> words.get(i).equals(String.valueOf(i)));
    }

    private Tensor numbers(Cells label) {
        var words = label.words();
        var places = new LinkedHashMap<String, Long>();
        words.forEach(word -> places.put(word, (long) places.size()));
        var y = IntStream.range(0, table.rowCount())
                .mapToLong(row -> places.get(label.word(row)))
                .toArray();
        return new Tensor(Array.of(y, Shape.of(y.length)));
    }

    private Tensor quantities() {
        return Joining.concat(1, labels.stream().map(this::quantity).toList());
    }

    private Tensor quantity(Cells label) {
        if (label.isWords()) {
            throw new IllegalArgumentException("dataset: expected numbers in each of several labels, got words in \""
                    + label.name() + "\"; take it alone");
        }
        var y = new float[table.rowCount()];
        for (int row = 0; row < y.length; row++) {
            y[row] = (float) label.number(row);
        }
        return new Tensor(Array.of(y, Shape.of(y.length, 1)));
    }

    @Override
    public List<Tensor> inputs() {
        return held().inputs();
    }

    @Override
    public List<Tensor> targets() {
        return held().targets();
    }

    @Override
    public int size() {
        return table.rowCount();
    }

    @Override
    public Facts facts() {
        return held().facts();
    }

    @Override
    public Dataset rows(long... examples) {
        return held().rows(examples);
    }

    @Override
    public String toString() {
        return missing().isEmpty()
                ? held() + ", columns " + String.join(", ", columns())
                : size() + " rows, values missing: " + missing();
    }
}

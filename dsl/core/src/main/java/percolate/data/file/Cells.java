package percolate.data.file;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.model.Nearest;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A column of a table as numbers, NaN where a value is missing. */
final class Cells {
    private static final int MOST_WORDS = 100;

    private final Column<?> column;

    /** @throws IllegalArgumentException if the table has no such column, or what it holds is neither numbers nor categories */
    Cells(Table table, String name) {
        if (!table.containsColumn(name)) {
            throw new IllegalArgumentException("dataset: there is no column \"" + name + "\" in this table, but "
                    + table.columnNames() + "; did you mean \"" + Nearest.to(name, table.columnNames()) + "\"?");
        }
        this.column = table.column(name);
        if (!isNumbers() && !isWords()) {
            throw new IllegalArgumentException("dataset: expected numbers or words in each column, got "
                    + column.type().name().toLowerCase(Locale.ROOT).replace("local_", "") + "s in \"" + name
                    + "\"; make numbers of them first, such as table.dateColumn(\"" + name
                    + "\").year(), or leave the column out");
        }
    }

    String name() {
        return column.name();
    }

    boolean isNumbers() {
        return column instanceof NumericColumn || column instanceof BooleanColumn;
    }

    boolean isWords() {
        var type = column.type().name();
        return type.equals("STRING") || type.equals("TEXT");
    }

    boolean isYesOrNo() {
        return column instanceof BooleanColumn;
    }

    boolean isMissing(int row) {
        return column.isMissing(row) || (!isWords() && !Double.isFinite(number(row)));
    }

    int missing() {
        return (int) IntStream.range(0, column.size()).filter(this::isMissing).count();
    }

    double number(int row) {
        if (column.isMissing(row)) {
            return Double.NaN;
        }
        return column instanceof NumericColumn<?> numbers
                ? numbers.getDouble(row)
                : ((BooleanColumn) column).get(row) ? 1 : 0;
    }

    String word(int row) {
        return isNumbers() ? written(number(row)) : column.getString(row);
    }

    private static String written(double number) {
        return number % 1 == 0 ? String.valueOf((long) number) : String.valueOf(number);
    }

    /** The different words in their order; of numbers, by size. */
    List<String> words() {
        var given = IntStream.range(0, column.size()).filter(row -> !isMissing(row));
        return isNumbers()
                ? given.mapToDouble(this::number)
                        .sorted()
                        .distinct()
                        .mapToObj(Cells::written)
                        .toList()
                : given.mapToObj(column::getString).sorted().distinct().toList();
    }

    /** What the column gives a model: its numbers, or a column of zeros and ones for each of its words. */
    List<Feature> features() {
        if (isNumbers()) {
            return List.of(new Feature(name(), this::number, Double.NaN));
        }
        var words = words();
        if (words.size() > MOST_WORDS) {
            throw new IllegalArgumentException(
                    "dataset: expected up to " + MOST_WORDS + " different words in a column, got " + words.size()
                            + " in \"" + name() + "\"; leave the column out");
        }
        var usual = mostFrequent();
        return words.stream()
                .map(word -> new Feature(name() + "=" + word, row -> is(word, row), word.equals(usual) ? 1 : 0))
                .toList();
    }

    private String mostFrequent() {
        var counts = IntStream.range(0, column.size())
                .filter(row -> !isMissing(row))
                .mapToObj(column::getString)
                .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private double is(String word, int row) {
        return isMissing(row) ? Double.NaN : word.equals(column.getString(row)) ? 1 : 0;
    }

    /**
     * A column of x.
     *
     * @param usual what stands for a missing value; NaN where that depends on how it is filled
     */
    record Feature(String name, IntToDoubleFunction value, double usual) {}
}

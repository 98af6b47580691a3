package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.plotting.chart.Bars;
import percolate.plotting.chart.Bins;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Multiples;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Plot;
import percolate.plotting.chart.Points;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The columns of a table: how each is distributed, and how each two go together. */
public final class TablePicture {
    private static final int MOST_COLUMNS = 16;
    private static final int MOST_VALUES = 12;
    private static final int MOST_PAIRED = 6;

    private TablePicture() {}

    /** A histogram for each column of numbers, bars of the most frequent values for each other one. */
    public static Picture distributions(Table table) {
        if (table.columnCount() == 0) {
            throw new IllegalArgumentException("distributions: the table has no column; give one with data");
        }
        return Picture.of(new Multiples(table.columns().stream()
                .limit(MOST_COLUMNS)
                .map(column -> Picture.of(distribution(column)).title(title(column)))
                .toList()));
    }

    private static String title(Column<?> column) {
        int missing = column.countMissing();
        return missing == 0 ? column.name() : column.name() + " (" + Digits.count(missing) + " missing)";
    }

    private static Plot distribution(Column<?> column) {
        if (column instanceof NumericColumn<?> numbers) {
            return Bins.of(present(numbers)).plot().withTitles("", "").withSize(280, 180);
        }
        var counts = new LinkedHashMap<String, Integer>();
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                counts.merge(column.getString(row), 1, Integer::sum);
            }
        }
        var most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_VALUES)
                .toList();
        var heights = most.stream().mapToDouble(Map.Entry::getValue).toArray();
        var names = most.stream().map(Map.Entry::getKey).toList();
        var plot = Bars.plot(names, List.of(), List.of(heights)).withSize(280, 180);
        return counts.size() <= MOST_VALUES
                ? plot
                : plot.withNote("the " + MOST_VALUES + " most frequent of " + Digits.count(counts.size()));
    }

    private static double[] present(NumericColumn<?> column) {
        return IntStream.range(0, column.size())
                .filter(row -> !column.isMissing(row))
                .mapToDouble(column::getDouble)
                .toArray();
    }

    /** Each column of numbers over each other, their distributions on the diagonal. */
    public static Picture pairs(Table table) {
        return pairs(table, List.of());
    }

    /** @param label the column whose values are the classes of rows */
    public static Picture pairs(Table table, String label) {
        if (!table.columnNames().contains(label)) {
            throw new IllegalArgumentException("pairs: there is no column \"" + label + "\", but "
                    + String.join(", ", table.columnNames()) + "; name one of these");
        }
        var column = table.column(label);
        var classes =
                IntStream.range(0, column.size()).mapToObj(column::getString).toList();
        return pairs(table.rejectColumns(label), classes);
    }

    private static Picture pairs(Table table, List<String> classes) {
        var columns = table.columns().stream()
                .filter(NumericColumn.class::isInstance)
                .limit(MOST_PAIRED)
                .toList();
        if (columns.size() < 2) {
            throw new IllegalArgumentException("pairs: expected two columns of numbers or more, got " + columns.size()
                    + "; take distributions(table) for others");
        }
        var pictures = new ArrayList<Picture>();
        for (var down : columns) {
            for (var across : columns) {
                var plot = down == across ? alone((NumericColumn<?>) down) : pair(across, down, classes);
                pictures.add(Picture.of(plot.withSize(210, 180)));
            }
        }
        return Picture.of(new Multiples(pictures));
    }

    private static Plot alone(NumericColumn<?> column) {
        return Bins.of(present(column)).plot().withTitles(column.name(), "");
    }

    private static Plot pair(Column<?> across, Column<?> down, List<String> classes) {
        var x = values((NumericColumn<?>) across);
        var y = values((NumericColumn<?>) down);
        var rows = IntStream.range(0, x.length)
                .boxed()
                .collect(Collectors.groupingBy(
                        row -> classes.isEmpty() ? "" : classes.get(row), LinkedHashMap::new, Collectors.toList()));
        var points = rows.values().stream()
                .map(own -> Points.of("", picked(x, own), picked(y, own)))
                .toList();
        return Plot.of(points).withTitles(across.name(), down.name());
    }

    private static double[] values(NumericColumn<?> column) {
        var values = new double[column.size()];
        Arrays.setAll(values, row -> column.isMissing(row) ? Double.NaN : column.getDouble(row));
        return values;
    }

    private static double[] picked(double[] values, List<Integer> rows) {
        return rows.stream().mapToDouble(row -> values[row]).toArray();
    }
}

package percolate.plotting.notebook;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import percolate.kernel.api.Grid;
import percolate.kernel.api.MimeBundle;
import percolate.plotting.chart.Decimals;
import percolate.plotting.chart.Digits;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A Tablesaw table: its first and last rows, the type of each column, and what is missing. Tablesaw's own HTML prints every
 * row.
 */
final class TablesawTable {
    private static final int HEAD = 10;
    private static final int TAIL = 5;
    private static final int MOST_COLUMNS = 20;
    private static final int LONGEST_CELL = 200;
    private static final String MISSING = "—";

    private TablesawTable() {}

    static MimeBundle of(Column<?> column) {
        return of(Table.create(column.name(), column));
    }

    static MimeBundle of(Table table) {
        return of(table, Clock.SESSION);
    }

    static MimeBundle of(Table whole, Clock clock) {
        var table = clock.withoutTimes(whole);
        var columns = table.columns().stream().limit(MOST_COLUMNS).toList();
        var title = table.name() + ": " + counted(table.rowCount(), "row") + ", "
                + counted(table.columnCount(), "column")
                + (columns.size() < table.columnCount() ? ", the first " + MOST_COLUMNS + " shown" : "");
        var header = columns.stream().map(TablesawTable::title).toList();
        var numeric = columns.stream()
                .map(column -> column instanceof NumericColumn<?>)
                .toList();
        var decimals = columns.stream().map(TablesawTable::decimals).toList();
        var rows = Rows.ends(table.rowCount(), HEAD, TAIL, row -> cells(columns, decimals, row));
        return Grid.of(title, header, numeric, rows).bundle();
    }

    private static String counted(int count, String thing) {
        return Digits.count(count) + " " + thing + (count == 1 ? "" : "s");
    }

    /** A column's name, its type, and how many of its values are missing. */
    private static String title(Column<?> column) {
        int missing = column.countMissing();
        return column.name() + " (" + column.type().name().toLowerCase(Locale.ROOT)
                + (missing == 0 ? "" : ", " + Digits.count(missing) + " missing") + ")";
    }

    /** How a column's fractions are written. */
    private static Decimals decimals(Column<?> column) {
        return Decimals.of(Rows.shown(column.size(), HEAD, TAIL)
                .filter(row -> hasFractions(column) && !column.isMissing(row))
                .mapToDouble(row -> ((Number) column.get(row)).doubleValue())
                .toArray());
    }

    private static boolean hasFractions(Column<?> column) {
        return column instanceof DoubleColumn || column instanceof FloatColumn;
    }

    private static List<String> cells(List<Column<?>> columns, List<Decimals> decimals, int row) {
        return IntStream.range(0, columns.size())
                .mapToObj(at -> cell(columns.get(at), decimals.get(at), row))
                .toList();
    }

    private static String cell(Column<?> column, Decimals decimals, int row) {
        if (column.isMissing(row)) {
            return MISSING;
        }
        return hasFractions(column)
                ? decimals.text(((Number) column.get(row)).doubleValue())
                : shortened(column.getString(row));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…";
    }
}

package percolate.plotting.notebook;

import java.util.List;
import java.util.Locale;
import percolate.kernel.api.MimeBundle;
import percolate.plotting.chart.Digits;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A Tablesaw table: its first and last rows, and the type of each column. Tablesaw's own HTML prints every row. */
final class TablesawTable {
    private static final int HEAD = 10;
    private static final int TAIL = 5;
    private static final int MOST_COLUMNS = 20;

    private TablesawTable() {}

    static MimeBundle of(Table table) {
        var columns = table.columns().stream().limit(MOST_COLUMNS).toList();
        var title = table.name() + ": " + Digits.count(table.rowCount()) + " rows, " + table.columnCount() + " columns"
                + (columns.size() < table.columnCount() ? ", the first " + MOST_COLUMNS + " shown" : "");
        var header = columns.stream().map(TablesawTable::title).toList();
        var numeric = columns.stream()
                .map(column -> column instanceof NumericColumn<?>)
                .toList();
        var rows = HtmlTable.ends(table.rowCount(), HEAD, TAIL, row -> cells(columns, row));
        return MimeBundle.text(table.print(HEAD + TAIL))
                .with(MimeBundle.HTML, new HtmlTable(title, header, numeric, rows).html());
    }

    private static String title(Column<?> column) {
        return column.name() + " (" + column.type().name().toLowerCase(Locale.ROOT) + ")";
    }

    private static List<String> cells(List<Column<?>> columns, int row) {
        return columns.stream().map(column -> cell(column, row)).toList();
    }

    private static String cell(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return "";
        }
        return column instanceof DoubleColumn || column instanceof FloatColumn
                ? Digits.of(((Number) column.get(row)).doubleValue(), 4)
                : column.getString(row);
    }
}

package percolate.kernel.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import percolate.kernel.api.Grid;
import percolate.kernel.api.Grid.Cell;
import percolate.kernel.cells.CellStopped;

/**
 * Values that read better as a table: several records, maps or arrays in a row, and a map that fills more than a line.
 * Long ones show their first and last rows.
 */
final class Tables {
    private static final int MOST_ROWS = 20;
    private static final int FIRST = 10;
    private static final int LAST = 5;
    private static final int LINE = 80;

    private Tables() {}

    /** A value whose own methods fail has no table; its text says why. */
    static Optional<String> html(Object value) {
        try {
            return table(value);
        } catch (CellStopped e) {
            throw e;
        } catch (Exception | Error e) {
            return Optional.empty();
        }
    }

    private static Optional<String> table(Object value) {
        if (value instanceof Map<?, ?> map && Names.isStandard(value)) {
            return ofMap(map);
        } else if (value instanceof Object[] || (value instanceof Collection<?> && Names.isStandard(value))) {
            return ofRows(value);
        }
        return Optional.empty();
    }

    private static Optional<String> ofRows(Object value) {
        var ends = Ends.of(value, MOST_ROWS, FIRST, LAST);
        var rows = shown(ends);
        return rows.size() < 2
                ? Optional.empty()
                : Columns.of(rows).map(columns -> grid(columns.header(), fields(columns, rows), ends, "rows"));
    }

    private static Optional<String> ofMap(Map<?, ?> map) {
        var ends = Ends.of(map, MOST_ROWS, FIRST, LAST);
        var entries = shown(ends);
        if (entries.size() < 2) {
            return Optional.empty();
        }
        var values = entries.stream()
                .<Object>map(entry -> ((Map.Entry<?, ?>) entry).getValue())
                .toList();
        var columns = Columns.of(values);
        if (columns.isEmpty() && ends.left() == 0 && Text.brief(map, 2 * LINE).length() <= LINE) {
            return Optional.empty();
        }
        var header = new ArrayList<>(List.of("key"));
        header.addAll(columns.map(Columns::header).orElse(List.of("value")));
        var fields = columns.map(known -> fields(known, values))
                .orElseGet(() ->
                        values.stream().map(one -> List.of(Fields.of(one))).toList());
        return Optional.of(grid(header, keyed(entries, fields), ends, "entries"));
    }

    private static List<Object> shown(Ends ends) {
        var shown = new ArrayList<Object>(ends.head());
        shown.addAll(ends.tail());
        return shown;
    }

    private static List<List<Cell>> fields(Columns columns, List<?> rows) {
        return rows.stream().map(columns::fields).toList();
    }

    private static List<List<Cell>> keyed(List<?> entries, List<List<Cell>> fields) {
        var rows = new ArrayList<List<Cell>>();
        for (int row = 0; row < entries.size(); row++) {
            var line = new ArrayList<>(List.of(Fields.of(((Map.Entry<?, ?>) entries.get(row)).getKey())));
            line.addAll(fields.get(row));
            rows.add(line);
        }
        return rows;
    }

    private static String grid(List<String> header, List<List<Cell>> fields, Ends ends, String unit) {
        if (ends.left() == 0) {
            return new Grid("", header, fields).html();
        }
        var rows = new ArrayList<>(fields);
        rows.add(ends.head().size(), Collections.nCopies(fields.get(0).size(), Fields.DOTS));
        var count = ends.head().size() + ends.left() + ends.tail().size();
        return new Grid(String.format(Locale.ROOT, "%,d %s", count, unit), header, rows).html();
    }
}

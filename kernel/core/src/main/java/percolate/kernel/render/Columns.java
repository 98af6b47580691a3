package percolate.kernel.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import percolate.kernel.api.Grid.Cell;

/**
 * The columns that rows of one kind have in common; of very many the first ones.
 *
 * @param more whether there are others
 */
record Columns(RowKind kind, List<Object> names, boolean more) {
    private static final int MOST = 30;
    private static final int LONGEST_NAME = 60;

    /** The columns of rows that are all records of one type, all maps, or all arrays of one type of number or text. */
    static Optional<Columns> of(List<?> rows) {
        return RowKind.of(rows).map(kind -> {
            var names = new LinkedHashSet<Object>();
            for (var row : rows) {
                kind.parts(row, MOST + 1).keySet().stream().limit(MOST + 1).forEach(names::add);
            }
            var first = names.stream().limit(MOST).filter(Objects::nonNull).toList();
            return new Columns(kind, first, names.size() > MOST);
        });
    }

    List<String> header() {
        var header = new ArrayList<String>();
        names.forEach(name -> header.add(Text.brief(name, LONGEST_NAME)));
        if (more) {
            header.add("…");
        }
        return header;
    }

    List<Cell> fields(Object row) {
        Map<?, ?> parts = kind.parts(row, MOST + 1);
        var fields = new ArrayList<Cell>();
        for (var name : names) {
            fields.add(parts.containsKey(name) ? Fields.of(parts.get(name)) : Fields.MISSING);
        }
        if (more) {
            fields.add(Fields.DOTS);
        }
        return fields;
    }
}

package percolate.kernel.render;

import percolate.kernel.api.Grid.Cell;

/** Values as the cells of a table. */
final class Fields {
    static final Cell DOTS = Cell.of("…");
    static final Cell MISSING = new Cell("", false, true);
    private static final int LONGEST = 200;

    private Fields() {}

    static Cell of(Object value) {
        return value == null
                ? new Cell("null", false, true)
                : new Cell(Text.brief(value, LONGEST), value instanceof Number, false);
    }
}

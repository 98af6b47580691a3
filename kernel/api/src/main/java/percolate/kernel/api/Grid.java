package percolate.kernel.api;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table for a page and for a console. As HTML it shows on any theme and in untrusted notebooks: no colours, no style
 * sheet, all text escaped, alignment said twice because code hosts drop styles.
 *
 * @param title above the table; may be empty
 * @param header names of the columns; may be empty
 * @param rows as many cells each as there are columns
 */
public record Grid(String title, List<String> header, List<List<Cell>> rows) {
    public Grid {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        int columns = header.isEmpty() && !rows.isEmpty() ? rows.get(0).size() : header.size();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).size() != columns) {
                throw new IllegalArgumentException("Grid: expected " + columns + " cells in each row, got "
                        + rows.get(row).size() + " in row " + (row + 1) + "; fill it up with empty texts");
            }
        }
    }

    /**
     * A cell of the table.
     *
     * @param number stands on the right
     * @param absent set apart from a text of the same letters, as null is
     */
    public record Cell(String text, boolean number, boolean absent) {
        /** A text on the left. */
        public static Cell of(String text) {
            return new Cell(text, false, false);
        }

        private String html() {
            return absent ? "<em>" + escaped(text) + "</em>" : escaped(text);
        }

        private String line() {
            return text.replaceAll("\\R", " ");
        }
    }

    /** A table of texts without a title. */
    public static Grid of(List<String> header, List<List<String>> rows) {
        return new Grid(
                "",
                header,
                rows.stream().map(row -> row.stream().map(Cell::of).toList()).toList());
    }

    /**
     * A table of texts and numbers.
     *
     * @param numeric which columns stand on the right; as many as a row has cells
     */
    public static Grid of(String title, List<String> header, List<Boolean> numeric, List<List<String>> rows) {
        if (rows.stream().anyMatch(row -> row.size() != numeric.size())) {
            throw new IllegalArgumentException("Grid: expected rows of " + numeric.size()
                    + " cells, as many as numeric has, got another; say of each column whether it stands on the right");
        }
        return new Grid(
                title,
                header,
                rows.stream()
                        .map(row -> IntStream.range(0, row.size())
                                .mapToObj(at -> new Cell(row.get(at), numeric.get(at), false))
                                .toList())
                        .toList());
    }

    /** Both forms of the table. */
    public MimeBundle bundle() {
        return MimeBundle.text(text()).with(MimeBundle.HTML, html());
    }

    /** The table as HTML, the title above. */
    public String html() {
        var html = new StringBuilder(title.isEmpty() ? "" : "<p>" + escaped(title) + "</p>").append("<table>");
        if (!header.isEmpty()) {
            html.append("<thead><tr>");
            for (int column = 0; column < header.size(); column++) {
                html.append(element("th", isNumeric(column), escaped(header.get(column))));
            }
            html.append("</tr></thead>");
        }
        html.append("<tbody>");
        for (var row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append(element("td", cell.number(), cell.html())));
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private boolean isNumeric(int column) {
        return rows.stream().map(row -> row.get(column)).anyMatch(Cell::number);
    }

    private static String element(String name, boolean right, String content) {
        var side = right ? "right" : "left";
        var space = content.contains("\n") || content.contains("  ") ? "; white-space: pre-wrap" : "";
        return "<" + name + " align=\"" + side + "\" style=\"text-align: " + side + space + "\">" + content + "</"
                + name + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Columns lined up, the title above. */
    public String text() {
        var named = header.stream().map(Cell::of).toList();
        var lines = Stream.concat(header.isEmpty() ? Stream.empty() : Stream.of(named), rows.stream())
                .toList();
        var widths = IntStream.range(0, lines.isEmpty() ? 0 : lines.get(0).size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).line().length())
                        .max()
                        .orElse(0))
                .toArray();
        return Stream.concat(Stream.of(title), lines.stream().map(line -> padded(line, widths)))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String padded(List<Cell> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> {
                    var line = cells.get(column).line();
                    var gap = " ".repeat(widths[column] - line.length());
                    return isNumeric(column) ? gap + line : line + gap;
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}

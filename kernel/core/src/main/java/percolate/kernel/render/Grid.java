package percolate.kernel.render;

import java.util.List;

/**
 * A table as HTML that shows on any theme and in untrusted notebooks: no colours, no style sheet, all text escaped,
 * alignment said twice because code hosts drop styles.
 *
 * @param title above the table; may be empty
 * @param header names of the columns; may be empty
 * @param rows as many cells each as there are columns
 */
record Grid(String title, List<String> header, List<List<Field>> rows) {
    Grid {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A cell of the table; numbers stand on the right. */
    record Field(String text, boolean number, boolean absent) {
        static final Field DOTS = new Field("…", false, false);
        static final Field MISSING = new Field("", false, true);
        private static final int LONGEST = 200;

        static Field of(Object value) {
            return value == null
                    ? new Field("null", false, true)
                    : new Field(Text.brief(value, LONGEST), value instanceof Number, false);
        }

        private String html() {
            return absent ? "<em>" + escaped(text) + "</em>" : escaped(text);
        }
    }

    String html() {
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
            row.forEach(field -> html.append(element("td", field.number(), field.html())));
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private boolean isNumeric(int column) {
        return rows.stream().map(row -> row.get(column)).anyMatch(Field::number);
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
}

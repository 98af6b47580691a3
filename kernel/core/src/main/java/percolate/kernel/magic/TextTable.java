package percolate.kernel.magic;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.kernel.api.MimeBundle;

/** Rows of texts, the first one their titles, as aligned text and as HTML. */
record TextTable(List<List<String>> rows) {
    MimeBundle bundle() {
        return MimeBundle.text(text()).with(MimeBundle.HTML, html());
    }

    private String text() {
        var widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> row.get(column)
                                + " ".repeat(widths[column] - row.get(column).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private String html() {
        return "<table><thead>" + row(rows.get(0), "th") + "</thead><tbody>"
                + rows.stream().skip(1).map(row -> row(row, "td")).collect(Collectors.joining()) + "</tbody></table>";
    }

    private static String row(List<String> cells, String tag) {
        return cells.stream()
                .map(cell -> "<" + tag + " style=\"text-align:left\">" + escaped(cell) + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

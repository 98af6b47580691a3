package percolate.plotting.notebook;

import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table as HTML. Notebooks drop styles of untrusted pages and code hosts drop the style attribute too, so that
 * alignment is said twice and nothing depends on colour.
 *
 * @param title above the table; may be empty
 * @param header names of the columns; may be empty
 * @param numeric which columns stand on the right
 */
record HtmlTable(String title, List<String> header, List<Boolean> numeric, List<List<String>> rows) {
    HtmlTable {
        header = List.copyOf(header);
        numeric = List.copyOf(numeric);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A table of named facts. */
    static HtmlTable facts(String title, List<List<String>> rows) {
        return new HtmlTable(title, List.of(), List.of(false, false), rows);
    }

    /** Rows that are made one by one: all of a few, of many the first and the last ones with a row of dots between. */
    static List<List<String>> ends(int count, int head, int tail, IntFunction<List<String>> row) {
        if (count <= head + tail + 1) {
            return IntStream.range(0, count).mapToObj(row).toList();
        }
        var rows = new ArrayList<List<String>>();
        IntStream.range(0, head).mapToObj(row).forEach(rows::add);
        rows.add(Collections.nCopies(rows.get(0).size(), "…"));
        IntStream.range(count - tail, count).mapToObj(row).forEach(rows::add);
        return rows;
    }

    String html() {
        var parts = new ArrayList<DomContent>();
        if (!header.isEmpty()) {
            parts.add(thead(tr(each(columns(), at -> aligned(th(header.get(at)), at)))));
        }
        parts.add(tbody(each(rows, row -> tr(each(columns(), at -> aligned(td(row.get(at)), at))))));
        var table = table(parts.toArray(DomContent[]::new)).render();
        return title.isEmpty() ? table : p(title).render() + table;
    }

    /** The same table for a console: columns lined up, the title above. */
    String text() {
        var lines = new ArrayList<List<String>>();
        if (!header.isEmpty()) {
            lines.add(header);
        }
        lines.addAll(rows);
        var widths = columns().stream()
                .map(at -> lines.stream()
                        .mapToInt(line -> line(line.get(at)).length())
                        .max()
                        .orElse(0))
                .toList();
        return Stream.concat(Stream.of(title), lines.stream().map(line -> padded(line, widths)))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String padded(List<String> cells, List<Integer> widths) {
        return columns().stream()
                .map(at -> {
                    var gap = " ".repeat(widths.get(at) - line(cells.get(at)).length());
                    return numeric.get(at) ? gap + line(cells.get(at)) : line(cells.get(at)) + gap;
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String line(String cell) {
        return cell.replaceAll("\\R", " ");
    }

    private List<Integer> columns() {
        return IntStream.range(0, numeric.size()).boxed().toList();
    }

    private <T extends j2html.tags.Tag<T>> T aligned(T cell, int column) {
        var side = numeric.get(column) ? "right" : "left";
        return cell.attr("align", side).attr("style", "text-align: " + side);
    }
}

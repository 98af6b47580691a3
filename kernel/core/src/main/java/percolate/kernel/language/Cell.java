package percolate.kernel.language;

import java.util.List;

/** The text of a cell as its writer sees it, with places in it named by line and column from 1. */
public record Cell(int number, String text) {
    /** A place in a cell. */
    public record Place(int cell, int line, int column, String lineText) {
        /** How much of a line is shown before and after the place: all but that of a machine. */
        private static final int SHOWN = 1000;

        @Override
        public String toString() {
            return "cell " + cell + ", line " + line + ", column " + column;
        }

        /** The line, and below it a line with a mark at its column. */
        public List<String> marked() {
            var at = Math.min(column - 1, lineText.length());
            var from = Math.max(0, at - SHOWN);
            var shown = lineText.substring(from, Math.min(lineText.length(), at + SHOWN));
            var indent = lineText.substring(from, at);
            return List.of("    " + shown, "    " + indent.replaceAll("[^\t]", " ") + "^");
        }
    }

    /** The place of a UTF-16 unit of the text. */
    public Place place(int offset) {
        var at = Math.max(0, Math.min(offset, text.length()));
        var start = text.lastIndexOf('\n', at - 1) + 1;
        return new Place(number, lineAt(at), at - start + 1, lineFrom(start));
    }

    /** The number of the line that holds this offset. */
    public int lineAt(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** The text of a line, empty where the cell has no such line. */
    public String line(int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("");
    }

    private String lineFrom(int start) {
        var end = text.indexOf('\n', start);
        return end < 0 ? text.substring(start) : text.substring(start, end);
    }
}

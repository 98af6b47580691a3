package percolate.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The text of a cell in one language, cut where line magics stand. */
final class CellText {
    private static final Pattern CELL_MAGIC = Pattern.compile("\\A\\s*%%(\\p{L}\\w*)([^\n]*)(?:\n|\\z)");
    private static final String MAGICS = "percolate.kernel.api.Magics.";

    private final String text;
    private final MagicSet magics;
    private final List<MagicScanner.Found> found;

    CellText(String text, boolean semicolons, MagicSet magics) {
        this.text = text;
        this.magics = magics;
        this.found =
                new MagicScanner(text, semicolons, name -> magics.line(name).isPresent()).find();
    }

    /**
     * A cell magic at the head of a cell.
     *
     * @param rest what follows the name on its line
     * @param bodyStart where the lines below start
     */
    record Head(String name, String rest, int bodyStart) {}

    static Head head(String cell) {
        var head = CELL_MAGIC.matcher(cell);
        return head.find() ? new Head(head.group(1), head.group(2).strip(), head.end()) : null;
    }

    /** Code or a magic: one thing to do after the other. */
    sealed interface Part {
        /** Code on its own lines; magics within its statements are calls. */
        record Code(String text) implements Part {}

        /** @param blank as long as what stands before {@code rest} in the cell */
        record Line(String name, boolean ofCell, String rest, String blank) implements Part {}
    }

    /** The cell in parts; a statement that holds a magic ends its part, for it may bring what the next one imports. */
    List<Part> parts() {
        var parts = new ArrayList<Part>();
        var code = new StringBuilder();
        var from = 0;
        for (var magic : found) {
            code.append(text, from, magic.start());
            if (magic.standsAlone()) {
                addCode(parts, code);
                parts.add(line(magic));
                code = new StringBuilder(blank(magic.end()));
            } else {
                code.append(asCall(magic));
            }
            from = magic.end();
        }
        code.append(text, from, text.length());
        addCode(parts, code);
        return parts;
    }

    private static void addCode(List<Part> parts, StringBuilder code) {
        if (!code.toString().isBlank()) {
            parts.add(new Part.Code(code.toString()));
        }
    }

    private Part.Line line(MagicScanner.Found magic) {
        var name = MagicScanner.nameAt(text, magic.start());
        var ofCell = text.startsWith("%%", magic.start());
        var behind = magic.start() + (ofCell ? 2 : 1) + name.length();
        while (behind < magic.end() && Character.isWhitespace(text.charAt(behind))) {
            behind++;
        }
        return new Part.Line(name, ofCell, text.substring(behind, magic.end()).stripTrailing(), blank(behind));
    }

    /** The call that stands for a magic within a statement; a semicolon at its end is the statement's. */
    private String asCall(MagicScanner.Found magic) {
        var line = text.substring(magic.start() + 1, magic.end()).strip().replaceFirst(";$", "");
        var yields = magics.line(MagicScanner.nameAt(text, magic.start()))
                .map(Magic::yields)
                .orElse(Magic.Yields.NOTHING);
        var method =
                switch (yields) {
                    case LINES -> "lines";
                    case TEXT -> "text";
                    case NOTHING -> "line";
                };
        return MAGICS + method + "(" + literal(line) + ");";
    }

    /** A text as both Java and Kotlin write it. */
    private static String literal(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("$", "\\u0024")
                        .replace("\t", "\\t") + "\"";
    }

    /** The code alone, every character in its place: what completion works on. */
    String masked() {
        var code = new StringBuilder(text);
        for (var magic : found) {
            for (var i = magic.start(); i < magic.end(); i++) {
                code.setCharAt(i, ' ');
            }
            if (!magic.standsAlone()) {
                code.replace(magic.start(), magic.start() + 2, "0;");
            }
        }
        return code.toString();
    }

    /** The line magic that a place lies in; null if it lies in code. */
    MagicScanner.Found at(int place) {
        return found.stream()
                .filter(magic -> magic.start() < place && place <= magic.end())
                .findFirst()
                .orElse(null);
    }

    private String blank(int to) {
        return blank(text.substring(0, to));
    }

    /** As many blanks, with line ends where they were. */
    static String blank(String text) {
        return text.replaceAll("[^\n]", " ");
    }
}

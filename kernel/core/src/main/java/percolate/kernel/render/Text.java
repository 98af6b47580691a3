package percolate.kernel.render;

import java.lang.reflect.Array;
import java.util.StringJoiner;
import percolate.kernel.cells.CellStopped;

/** Values as plain text. */
final class Text {
    /** More elements than this tell nobody anything. */
    private static final int SHOWN = 1000;
    /** About what a notebook shows without becoming slow. */
    private static final int MOST_CHARACTERS = 100_000;

    private Text() {}

    /** {@code String.valueOf}, but arrays with their elements, and a value whose toString throws by its class. */
    static String of(Object value) {
        try {
            return cut(value != null && value.getClass().isArray() ? array(value) : String.valueOf(value));
        } catch (CellStopped e) {
            throw e;
        } catch (Exception | Error e) {
            return value.getClass().getName() + " (its toString failed with "
                    + e.getClass().getSimpleName() + ")";
        }
    }

    /** A text of the length that a front end can show, with a note of what is left out. */
    static String cut(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
        return text.substring(0, end) + "… (" + (text.length() - end) + " more characters are not shown)";
    }

    private static String array(Object array) {
        var length = Array.getLength(array);
        var text = new StringJoiner(", ", "[", "]");
        for (var i = 0; i < Math.min(length, SHOWN); i++) {
            var element = Array.get(array, i);
            text.add(element == array ? "(this array)" : of(element));
        }
        if (length > SHOWN) {
            text.add("… " + (length - SHOWN) + " more");
        }
        return text.toString();
    }
}

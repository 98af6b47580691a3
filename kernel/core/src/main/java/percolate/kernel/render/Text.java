package percolate.kernel.render;

import java.lang.reflect.Array;
import java.util.StringJoiner;

/** Values as plain text. */
final class Text {
    /** More elements than this tell nobody anything. */
    private static final int SHOWN = 1000;

    private Text() {}

    /** {@code String.valueOf}, but arrays with their elements, and a value whose toString throws by its class. */
    static String of(Object value) {
        try {
            return value != null && value.getClass().isArray() ? array(value) : String.valueOf(value);
        } catch (Exception | Error e) {
            return value.getClass().getName() + " (its toString failed with "
                    + e.getClass().getSimpleName() + ")";
        }
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

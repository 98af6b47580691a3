package percolate.kernel.java;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;

/** What a variable holds, in a few letters; no code of cells or libraries is asked. */
final class ShortValue {
    private static final int MOST = 60;

    private ShortValue() {}

    /** For example {@code  = 3}; an empty text for objects that say no more than their type. */
    static String of(Object value) {
        if ((value instanceof Number && value.getClass().getName().startsWith("java."))
                || value instanceof Boolean
                || value instanceof Character) {
            return " = " + value;
        } else if (value instanceof String text) {
            return " = \"" + (text.length() > MOST ? text.substring(0, MOST) + "…" : text).replace("\n", "\\n") + "\"";
        } else if (value != null && value.getClass().isArray()) {
            return ", " + counted(Array.getLength(value));
        } else if (value instanceof Collection<?> all
                && value.getClass().getName().startsWith("java.")) {
            return ", " + counted(all.size());
        } else if (value instanceof Map<?, ?> all && value.getClass().getName().startsWith("java.")) {
            return ", " + counted(all.size());
        }
        return "";
    }

    private static String counted(int size) {
        return size == 1 ? "1 element" : size + " elements";
    }
}

package percolate.kernel.magic;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.StringJoiner;

/** A value in a few words. */
final class Brief {
    private static final int LONGEST = 60;
    private static final int MOST = 5;

    private Brief() {}

    static String of(Object value) {
        String text;
        try {
            text = words(value);
        } catch (Exception | Error e) {
            text = "(its toString failed with " + e.getClass().getSimpleName() + ")";
        }
        var line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    private static String words(Object value) {
        if (value != null && value.getClass().isArray()) {
            return array(value);
        } else if (value instanceof Collection<?> collection) {
            return "size " + collection.size() + ": " + elements(collection.iterator());
        }
        return value instanceof Map<?, ?> map
                ? "size " + map.size() + ": " + elements(map.entrySet().iterator())
                : String.valueOf(value);
    }

    private static String elements(Iterator<?> elements) {
        var text = new StringJoiner(", ", "[", "]");
        for (var i = 0; i < MOST && elements.hasNext(); i++) {
            text.add(shortly(elements.next()));
        }
        return elements.hasNext() ? text.add("…").toString() : text.toString();
    }

    private static String array(Object array) {
        var length = Array.getLength(array);
        var text = new StringJoiner(", ", "length " + length + ": [", "]");
        for (var i = 0; i < Math.min(MOST, length); i++) {
            text.add(shortly(Array.get(array, i)));
        }
        return length > MOST ? text.add("…").toString() : text.toString();
    }

    /** One element; those that hold others by their class, for they may hold each other. */
    private static String shortly(Object element) {
        var holds = element != null
                && (element.getClass().isArray() || element instanceof Collection || element instanceof Map);
        var text = holds ? element.getClass().getSimpleName() : String.valueOf(element);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}

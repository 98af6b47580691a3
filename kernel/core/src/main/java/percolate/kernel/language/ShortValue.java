package percolate.kernel.language;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;

/** What a variable holds, in a few letters; no code of cells is asked, and that of libraries only while no cell runs. */
public final class ShortValue {
    private static final int MOST = 60;

    private ShortValue() {}

    /**
     * For example {@code  = 3}; an empty text for objects that say no more than their type.
     *
     * @param mayAsk which classes may be asked for their own words
     */
    public static String of(Object value, Predicate<Class<?>> mayAsk) {
        if ((value instanceof Number && value.getClass().getName().startsWith("java."))
                || value instanceof Boolean
                || value instanceof Character) {
            return " = " + value;
        } else if (value instanceof String text) {
            return " = \"" + cut(text).replace("\n", "\\n") + "\"";
        } else if (value != null && value.getClass().isArray()) {
            return ", " + counted(Array.getLength(value));
        } else if (value instanceof Collection<?> all
                && value.getClass().getName().startsWith("java.")) {
            return ", " + counted(all.size());
        } else if (value instanceof Map<?, ?> all && value.getClass().getName().startsWith("java.")) {
            return ", " + counted(all.size());
        }
        return value != null && mayAsk.test(value.getClass()) && speaks(value.getClass()) ? asked(value) : "";
    }

    /** Whether a class has words of its own for its objects. */
    private static boolean speaks(Class<?> type) {
        try {
            return !type.isHidden()
                    && type.getMethod("toString").getDeclaringClass() != Object.class
                    && !type.getName().startsWith("java.util.stream.");
        } catch (NoSuchMethodException e) {
            return false; // no public class
        }
    }

    private static String asked(Object value) {
        try {
            var lines = String.valueOf(value.toString()).strip();
            var first = lines.lines().findFirst().orElse("");
            return " = " + cut(first) + (first.length() < lines.length() && first.length() <= MOST ? " …" : "");
        } catch (RuntimeException | StackOverflowError e) {
            return ""; // it cannot say
        }
    }

    private static String cut(String text) {
        return text.length() > MOST ? text.substring(0, MOST) + "…" : text;
    }

    private static String counted(int size) {
        return size == 1 ? "1 element" : size + " elements";
    }
}

package percolate.kernel.render;

import java.util.Iterator;
import java.util.Locale;
import java.util.stream.BaseStream;
import percolate.kernel.cells.CellStopped;

/** Values that are not taken apart: what they say of themselves, or something better where that is no use. */
final class Words {
    private Words() {}

    /** One that throws is named by its class. */
    static String of(Object value) {
        try {
            return value == null ? "null" : say(value);
        } catch (CellStopped e) {
            throw e;
        } catch (Exception | Error e) {
            return failed(value, e);
        }
    }

    static String failed(Object value, Throwable why) {
        return Names.of(value.getClass()) + " (its toString failed with "
                + why.getClass().getSimpleName() + ")";
    }

    /** The beginning of a long text, and how much more there is. */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "… (" + String.format(Locale.ROOT, "%,d", text.length() - end)
                + " more characters)";
    }

    private static String say(Object value) {
        if (value instanceof BaseStream<?, ?> || Names.lazyInterface(value.getClass()) != null) {
            var beginning = value instanceof BaseStream<?, ?> ? ".limit(10).toArray()" : ".take(10).toList()";
            return lazy(value) + " (not consumed; " + beginning + " shows its beginning)";
        } else if (value instanceof Iterator<?>) {
            return (Names.isCells(value.getClass()) ? Names.of(value.getClass()) : "Iterator") + " (not consumed)";
        } else if (value instanceof Throwable thrown) {
            return ThrownText.title(thrown);
        } else if (value instanceof Class<?> type && Names.isCells(type)) {
            return (type.isInterface() ? "interface " : "class ") + Names.of(type);
        }
        return Names.isUnspoken(value) ? unspoken(value) : String.valueOf(value.toString());
    }

    private static String lazy(Object value) {
        for (var type : value.getClass().getSuperclass().getInterfaces()) {
            if (BaseStream.class.isAssignableFrom(type)) {
                return type.getSimpleName();
            }
        }
        var name = Names.lazyInterface(value.getClass());
        return name != null ? name : "Stream";
    }

    private static String unspoken(Object value) {
        var type = value.getClass();
        if (type.isHidden() && type.getInterfaces().length > 0) {
            return Functions.describe(type.getInterfaces()[0]);
        }
        return Names.of(type) + "@" + Integer.toHexString(value.hashCode());
    }
}

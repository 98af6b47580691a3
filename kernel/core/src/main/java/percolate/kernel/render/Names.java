package percolate.kernel.render;

import java.util.Iterator;
import java.util.Set;
import java.util.stream.BaseStream;
import percolate.kernel.cells.CellLoader;

/** What the classes of values are called, and which of them speak for themselves. */
final class Names {
    private static final Set<String> LAZY = Set.of("kotlin.sequences.Sequence", "kotlinx.coroutines.flow.Flow");

    private Names() {}

    /** A class as its author wrote it: one that a cell declares without the wrapper it was compiled in. */
    static String of(Class<?> type) {
        if (type.isArray()) {
            return of(type.getComponentType()) + "[]";
        } else if (isNameless(type)) {
            var above = type.getInterfaces().length > 0 ? type.getInterfaces()[0] : type.getSuperclass();
            return "a new " + of(above);
        }
        return isCells(type) || Record.class.isAssignableFrom(type) ? type.getSimpleName() : type.getName();
    }

    /** Also a class that a compiler of cells made of one without a name. */
    private static boolean isNameless(Class<?> type) {
        return type.isAnonymousClass() || (isCells(type) && type.getSimpleName().startsWith("$"));
    }

    static boolean isCells(Class<?> type) {
        return type.getClassLoader() instanceof CellLoader;
    }

    /** Whether a value has nothing to say but what every Object does. */
    static boolean isUnspoken(Object value) {
        return speaker(value).equals("java.lang.Object");
    }

    /** Whether the words of a value are those of the standard libraries, which walk through all of it. */
    static boolean isStandard(Object value) {
        var speaker = speaker(value);
        return !speaker.equals("java.lang.Object")
                && (speaker.startsWith("java.") || speaker.startsWith("kotlin.") || speaker.startsWith("sun."));
    }

    /** Whether looking at the elements would use them up. */
    static boolean isLazy(Object value) {
        return value instanceof BaseStream<?, ?>
                || value instanceof Iterator<?>
                || lazyInterface(value.getClass()) != null;
    }

    /** The name of the interface that makes a value lazy, or null. */
    static String lazyInterface(Class<?> type) {
        for (var above = type; above != null; above = above.getSuperclass()) {
            for (var face : above.getInterfaces()) {
                if (LAZY.contains(face.getName())) {
                    return face.getSimpleName();
                }
                var further = lazyInterface(face);
                if (further != null) {
                    return further;
                }
            }
        }
        return null;
    }

    private static String speaker(Object value) {
        try {
            return value.getClass().getMethod("toString").getDeclaringClass().getName();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}

package percolate.kernel.render;

import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import percolate.kernel.cells.CellStopped;

/** The named parts of a record. */
final class Parts {
    private Parts() {}

    /** Whether the compiler wrote a record's toString, which it makes final; an author's own one is respected. */
    static boolean areGenerated(Object value) {
        try {
            return value instanceof Record
                    && Modifier.isFinal(value.getClass().getMethod("toString").getModifiers())
                    && areReadable(value.getClass());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Parts in the order they are declared; one whose accessor throws is replaced by words that say so. */
    static Map<String, Object> of(Object value) {
        var parts = new LinkedHashMap<String, Object>();
        for (var component : value.getClass().getRecordComponents()) {
            parts.put(component.getName(), read(component, value));
        }
        return Collections.unmodifiableMap(parts);
    }

    static boolean areReadable(Class<?> type) {
        for (var component : type.getRecordComponents()) {
            if (!component.getAccessor().trySetAccessible()) {
                return false;
            }
        }
        return true;
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            return accessor(component).invoke(value);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof CellStopped stopped) {
                throw stopped;
            }
            return "(failed with " + e.getCause().getClass().getSimpleName() + ")";
        } catch (IllegalAccessException e) {
            return "(not accessible)";
        }
    }

    private static Method accessor(RecordComponent component) throws InaccessibleObjectException {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        return accessor;
    }
}

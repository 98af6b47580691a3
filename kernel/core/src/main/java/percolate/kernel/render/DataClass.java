package percolate.kernel.render;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The named parts of a Kotlin data class: the properties of its constructor, which {@code component1()} and so on name. */
final class DataClass {
    private DataClass() {}

    /** Whether a value is one whose parts can be read. */
    static boolean is(Object value) {
        return value != null
                && has(value.getClass(), "component1")
                && has(value.getClass(), "copy")
                && !fields(value).isEmpty();
    }

    static Map<String, Object> parts(Object value) {
        var parts = new LinkedHashMap<String, Object>();
        for (var field : fields(value)) {
            parts.put(field.getName(), read(field, value));
        }
        return parts;
    }

    private static boolean has(Class<?> type, String method) {
        return Stream.of(type.getDeclaredMethods()).map(Method::getName).anyMatch(method::equals);
    }

    /** The fields of the constructor's properties stand first, in its order. */
    private static List<Field> fields(Object value) {
        var type = value.getClass();
        var count = Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getName().matches("component\\d+"))
                .count();
        return Stream.of(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && field.trySetAccessible())
                .limit(count)
                .toList();
    }

    private static Object read(Field field, Object value) {
        try {
            return field.get(value);
        } catch (IllegalAccessException e) {
            return "(not accessible)";
        }
    }
}

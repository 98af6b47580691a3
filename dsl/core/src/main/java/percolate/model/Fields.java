package percolate.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import percolate.Cell;
import percolate.Custom;
import percolate.Model;
import percolate.Tensor;

/** The fields of layers and cells of one's own. */
public final class Fields {
    private Fields() {}

    /** Those of its class and of the classes of one's own that this extends, the uppermost first. */
    static List<Field> of(Object owner) {
        var fields = new ArrayList<Field>();
        for (Class<?> type = owner.getClass(); isOwn(type); type = type.getSuperclass()) {
            var declared = new ArrayList<Field>();
            for (var field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    declared.add(field);
                }
            }
            fields.addAll(0, declared);
        }
        return fields;
    }

    private static boolean isOwn(Class<?> type) {
        return type != Custom.class && type != Cell.class && type != Object.class;
    }

    static Object get(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException | RuntimeException e) {
            throw unreadable(field, owner, e);
        }
    }

    private static IllegalStateException unreadable(Field field, Object owner, Exception e) {
        return new IllegalStateException(
                owner.getClass().getSimpleName() + "." + field.getName()
                        + ": this field cannot be used; let it be a plain field of a class of yours",
                e);
    }

    /**
     * A copy of a layer or cell of one's own whose parameters, models and parts are copies too.
     *
     * @param copies what was copied already, with its copy
     */
    public static Object copied(Object owner, Map<Object, Object> copies) {
        if (copies.containsKey(owner)) {
            return copies.get(owner);
        }
        var copy = owner instanceof Custom custom ? custom.clone() : ((Cell) owner).clone();
        copies.put(owner, copy);
        for (var field : of(owner)) {
            var value = get(field, owner);
            var its = value(value, copies);
            if (its != value) {
                set(field, copy, its);
            }
        }
        return copy;
    }

    private static void set(Field field, Object owner, Object value) {
        try {
            field.set(owner, value);
        } catch (IllegalAccessException e) {
            throw unreadable(field, owner, e);
        }
    }

    private static Object value(Object value, Map<Object, Object> copies) {
        if (value instanceof Tensor tensor && isParameter(tensor)) {
            return copies.computeIfAbsent(
                    tensor, t -> new Tensor(tensor.array().copy().requireGradient()));
        }
        if (value instanceof Model model) {
            return copies.computeIfAbsent(model, m -> model.copy());
        }
        if (value instanceof Custom || value instanceof Cell) {
            return copied(value, copies);
        }
        return value instanceof List<?> list && list.stream().anyMatch(v -> value(v, copies) != v)
                ? list.stream().map(v -> value(v, copies)).toList()
                : value;
    }

    /** Whether a tensor was made by {@code parameter(…)}. */
    static boolean isParameter(Tensor tensor) {
        return tensor.array().isRecorded() && tensor.array().isLeaf();
    }
}

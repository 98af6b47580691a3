package percolate.kernel.java;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The static fields that hold the variables of cells. Where a variable is declared anew in other words it gets another
 * field, and code of earlier cells still reads the old one: so each old field follows the newest of its name, which also
 * frees what the old one held. Guarded by the compiler's lock.
 */
final class VariableFields {
    private static final Logger LOG = Logger.getLogger(VariableFields.class.getName());
    /** JShell's classes around snippets: the fields of these are the variables of cells. */
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+");

    private final Map<String, Field> newest = new HashMap<>();
    private final Map<String, List<Field>> old = new HashMap<>();
    private final Set<String> independent = new HashSet<>();

    /** @param bytes the class as it was compiled */
    void loaded(Class<?> type, byte[] bytes) {
        if (!WRAPPER.matcher(type.getName()).matches()) {
            return;
        }
        variables(type).forEach(this::declared);
        if (Dependence.isNone(type.getName(), bytes)) {
            independent.add(type.getName());
        }
    }

    private static Stream<Field> variables(Class<?> type) {
        return Stream.of(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers())
                        && !Modifier.isFinal(field.getModifiers())
                        && !field.isSynthetic());
    }

    private void declared(Field field) {
        field.setAccessible(true);
        var before = newest.put(field.getName(), field);
        if (before != null && !before.equals(field)) {
            var all = old.computeIfAbsent(field.getName(), name -> new ArrayList<>());
            all.remove(field); // JShell takes a class up again that it has dropped
            all.add(before);
        }
    }

    /**
     * A class is about to give its variables their values. What they held before is let go of now if the new values
     * cannot depend on it, so that two large values of one name need not fit into the memory together.
     */
    void run(Class<?> type) {
        if (WRAPPER.matcher(type.getName()).matches()) {
            variables(type).forEach(this::declared);
        }
        if (independent.contains(type.getName())) {
            variables(type).forEach(field -> forget(field.getName()));
        }
    }

    /** Old fields take the values of those that have replaced them, as far as these fit. */
    void follow() {
        old.forEach((name, fields) -> fields.forEach(field -> follow(field, newest.get(name))));
    }

    private static void follow(Field old, Field now) {
        try {
            var value = now.get(null);
            if (old.getType() == now.getType() || old.getType().isInstance(value)) {
                old.set(null, value);
            } else {
                forget(old);
            }
        } catch (IllegalAccessException | LinkageError e) {
            LOG.log(Level.WARNING, old.getName() + ": code of earlier cells does not see its new value", e);
        }
    }

    /** Lets go of a variable's value, which its class would hold for ever. */
    void forget(String name) {
        if (newest.containsKey(name)) {
            forget(newest.get(name));
            old.getOrDefault(name, List.of()).forEach(VariableFields::forget);
        }
    }

    /** Lets go of the values of all variables. */
    void forgetAll() {
        newest.keySet().forEach(this::forget);
    }

    /** The field that holds a variable now, or null if there is no such variable. */
    Field newest(String name) {
        return newest.get(name);
    }

    /** Gives the value of a field to one of its type that holds the variable from now on; says whether that could be. */
    boolean takesOver(Field before, Field now) {
        declared(now);
        if (before.getType() != now.getType()) {
            return false;
        }
        try {
            now.set(null, before.get(null));
            return true;
        } catch (IllegalAccessException | LinkageError e) {
            return false;
        }
    }

    private static void forget(Field field) {
        if (field.getType().isPrimitive()) {
            return;
        }
        try {
            field.set(null, null);
        } catch (IllegalAccessException | LinkageError e) {
            LOG.log(Level.WARNING, field.getName() + ": its value stays in memory", e);
        }
    }
}

package percolate.kernel.java;

import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.Optional;
import percolate.kernel.language.Variable;

/** A variable of JShell: a public static field of the class that JShell made of its declaration. */
record JavaVariable(String name, String type, int cell, Field storage) implements Variable {
    @Override
    public Type javaType() {
        return storage.getGenericType();
    }

    @Override
    public Optional<Field> field() {
        return Optional.of(storage);
    }

    @Override
    public Object value() {
        try {
            return storage.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(name + ": the field of a Java variable is public, got " + e, e);
        }
    }

    @Override
    public void assign(Object value) {
        try {
            storage.set(null, value);
        } catch (IllegalAccessException | IllegalArgumentException | NullPointerException e) {
            throw new IllegalStateException(
                    name + " is of type " + type + " in Java (cell " + cell + ") and cannot hold "
                            + (value == null ? "null" : "a " + value.getClass().getSimpleName()),
                    e);
        }
    }
}

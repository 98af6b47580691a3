package percolate.kernel.language;

import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.Optional;

/** A variable that cells have declared, alive: its value is the one it has when it is asked for. */
public interface Variable {
    String name();

    /** Its type as its own language writes it, for example {@code List<String>} or {@code Int?}. */
    String type();

    /** Its type as class files know it, with generics: what other languages go by. */
    Type javaType();

    /** The number of the cell that declared it last. */
    int cell();

    Object value();

    /** The public static field that holds it, where there is one: it can be read and assigned without a copy. */
    Optional<Field> field();

    /** Why the cells of other languages cannot use it, as a sentence; empty if they can. */
    default Optional<String> hindrance() {
        return Optional.empty();
    }

    /**
     * Gives it another value of its type.
     *
     * @throws IllegalStateException if it cannot be assigned; the message is a sentence that says why
     */
    void assign(Object value);
}

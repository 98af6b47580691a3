package percolate.kernel.java;

import java.util.Objects;
import percolate.kernel.language.Variable;

/**
 * Two variables that are one to those who write cells: another language's, and JShell's of the same name and type. What
 * one was given since they last agreed, the other gets.
 */
final class Copy {
    private final Variable original;
    private final JavaVariable mine;
    private Object agreed;

    Copy(Variable original, JavaVariable mine) {
        this.original = original;
        this.mine = mine;
    }

    /** Whether this is still the pair that both languages mean by the name. */
    boolean holds(Variable now, JavaVariable own) {
        return original.cell() == now.cell() && mine.equals(own);
    }

    /** Takes over what the other language has. */
    void read() {
        agreed = original.value();
        mine.assign(agreed);
    }

    /**
     * Gives the other language what Java cells have assigned since.
     *
     * @throws IllegalStateException if it cannot be assigned there; Java has the other's value again then
     */
    void write() {
        var value = mine.value();
        if (isSame(value, agreed)) {
            return;
        }
        try {
            original.assign(value);
            agreed = value;
        } catch (IllegalStateException e) {
            read();
            throw e;
        }
    }

    /** Primitives are boxed anew each time they are read; everything else is compared by identity. */
    private boolean isSame(Object one, Object other) {
        return mine.storage().getType().isPrimitive() ? Objects.equals(one, other) : one == other;
    }
}

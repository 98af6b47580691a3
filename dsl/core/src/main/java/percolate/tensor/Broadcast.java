package percolate.tensor;

import percolate.Shape;
import percolate.ShapeException;

/** Whether two shapes stretch to one: aligned at the last axis, sizes are equal or 1. */
public final class Broadcast {
    private Broadcast() {}

    /** @throws ShapeException if they do not, beginning with {@code where} */
    public static void check(String where, Shape first, Shape second) {
        for (int axis = 1; axis <= Math.min(first.rank(), second.rank()); axis++) {
            int mine = first.get(-axis);
            int theirs = second.get(-axis);
            if (mine != theirs && mine != 1 && theirs != 1) {
                throw new ShapeException(where + " shapes " + first + " and " + second
                        + " do not fit: counted from the end, axis " + axis + " has " + mine + " and " + theirs
                        + "; sizes must be equal, or 1");
            }
        }
    }

    /** @throws ShapeException if the first shape does not stretch to the second */
    public static void into(String where, Shape first, Shape second) {
        boolean fits = first.rank() <= second.rank();
        for (int axis = 1; fits && axis <= first.rank(); axis++) {
            fits = first.get(-axis) == second.get(-axis) || first.get(-axis) == 1;
        }
        if (!fits) {
            throw new ShapeException(where + ": expected a shape that stretches to " + second + ", got " + first
                    + "; counted from the end, sizes must be equal, or 1");
        }
    }
}

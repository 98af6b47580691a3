package percolate.tensor;

import java.util.Arrays;
import percolate.Shape;
import percolate.ShapeException;

/** Axes as callers name them, negative ones counted from the end; checked before native code sees them. */
public final class Axes {
    private Axes() {}

    /** The number of an axis, 0 or more. */
    public static int one(String operation, Shape shape, int axis) {
        int at = axis < 0 ? axis + shape.rank() : axis;
        if (at < 0 || at >= shape.rank()) {
            throw new IndexOutOfBoundsException(operation + ": axis " + axis + " of shape " + shape
                    + (shape.rank() == 0 ? "; a scalar has no axes" : "; it has axes 0 to " + (shape.rank() - 1)));
        }
        return at;
    }

    /** The number of an axis that has elements. */
    public static int filled(String operation, Shape shape, int axis) {
        int at = one(operation, shape, axis);
        if (shape.get(at) == 0) {
            throw new ShapeException(
                    operation + ": axis " + axis + " of shape " + shape + " has no elements; give it one or more");
        }
        return at;
    }

    /** The numbers of axes of which none is named twice. */
    public static int[] distinct(String operation, Shape shape, int... axes) {
        int[] all = Arrays.stream(axes).map(a -> one(operation, shape, a)).toArray();
        if (Arrays.stream(all).distinct().count() != all.length) {
            throw new ShapeException(operation + ": expected each axis once, got " + Arrays.toString(axes)
                    + "; leave out the second, for −1 is the last one too");
        }
        return all;
    }

    /** All axes in another order. */
    public static int[] permuted(Shape shape, int... axes) {
        int[] all = distinct("permute", shape, axes);
        if (all.length != shape.rank()) {
            throw new ShapeException("permute: expected each of the " + shape.rank() + " axes of " + shape
                    + " once, got " + Arrays.toString(axes) + "; name the others too, in their new order");
        }
        return all;
    }
}

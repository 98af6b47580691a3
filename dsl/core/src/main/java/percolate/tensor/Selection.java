package percolate.tensor;

import java.util.Arrays;
import percolate.DType;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.Array;

/** The parts of a tensor that indices name, or another tensor as numbers or a mask; checked before native code. */
public final class Selection {
    private Selection() {}

    /** The part at these indices of the first axes; negative ones count from the end. */
    public static Array at(Array array, int... indices) {
        var shape = array.shape();
        if (indices.length > shape.rank()) {
            throw new ShapeException("get: shape " + shape + " has " + shape.rank() + " axes, got " + indices.length
                    + " indices " + Arrays.toString(indices));
        }
        var part = array;
        for (int axis = 0; axis < indices.length; axis++) {
            int size = shape.get(axis);
            int at = indices[axis] < 0 ? indices[axis] + size : indices[axis];
            if (at < 0 || at >= size) {
                throw new IndexOutOfBoundsException("get: index " + indices[axis] + " on axis " + axis + " of shape "
                        + shape + "; indices run from " + -size + " to " + (size - 1));
            }
            part = part.slice(axis, at, at + 1);
        }
        return part.reshape(shape.dropFirst(indices.length));
    }

    /**
     * @param shape of the tensor to select from
     * @return int64 numbers along the first axis, none negative, or the mask
     */
    public static Array of(Shape shape, Tensor indices) {
        if (shape.rank() == 0) {
            throw new ShapeException("get: a scalar has no parts; take item()");
        }
        return indices.dtype() == DType.bool ? mask(shape, indices) : numbers(shape, indices);
    }

    private static Array mask(Shape shape, Tensor mask) {
        int axes = mask.shape().rank();
        if (axes == 0
                || axes > shape.rank()
                || !shape.dropLast(shape.rank() - axes).equals(mask.shape())) {
            throw new ShapeException(
                    "get: expected a mask of the shape " + shape + ", or of its first axes, got " + mask.shape());
        }
        return mask.array();
    }

    private static Array numbers(Shape shape, Tensor indices) {
        int size = shape.get(0);
        double[] given = indices.toDoubleArray();
        var numbers = new long[given.length];
        for (int i = 0; i < given.length; i++) {
            numbers[i] = (long) (given[i] < 0 ? given[i] + size : given[i]);
            if (given[i] != Math.rint(given[i]) || numbers[i] < 0 || numbers[i] >= size) {
                throw new IndexOutOfBoundsException("get: index " + (float) given[i] + " on axis 0 of shape " + shape
                        + "; indices are whole numbers from " + -size + " to " + (size - 1));
            }
        }
        return Array.of(numbers, indices.shape());
    }
}

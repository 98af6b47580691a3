package percolate.tensor;

import percolate.DType;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.Array;

/** The parts of a tensor that another tensor names, by their numbers or by a mask; checked before native code sees them. */
public final class Selection {
    private Selection() {}

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

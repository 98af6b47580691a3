package percolate.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        var part = array;
        for (int index : within("get", array.shape(), indices)) {
            part = part.select(0, index);
        }
        return part;
    }

    /** Indices of the first axes, none negative. */
    private static int[] within(String operation, Shape shape, int... indices) {
        if (indices.length > shape.rank()) {
            throw new ShapeException(operation + ": shape " + shape + " has " + shape.rank() + " axes, got "
                    + indices.length + " indices " + Arrays.toString(indices));
        }
        var all = new int[indices.length];
        for (int axis = 0; axis < indices.length; axis++) {
            int size = shape.get(axis);
            all[axis] = indices[axis] < 0 ? indices[axis] + size : indices[axis];
            if (all[axis] < 0 || all[axis] >= size) {
                throw new IndexOutOfBoundsException(operation + ": index " + indices[axis] + " on axis " + axis
                        + " of shape " + shape + "; indices run from " + -size + " to " + (size - 1));
            }
        }
        return all;
    }

    /** A copy of a tensor with another part at these indices. */
    public static Tensor replaced(Tensor tensor, Tensor value, int... indices) {
        int[] at = within("set", tensor.shape(), indices);
        if (at.length == 0) {
            throw new IllegalArgumentException("set: expected the indices of the part to replace, got none");
        }
        Broadcast.into("set: the part", value.shape(), tensor.shape().dropFirst(at.length));
        var type = tensor.dtype().joined(value.dtype());
        var arguments = new ArrayList<>(List.of(tensor.to(type), value.to(type)));
        Arrays.stream(at).forEach(i -> arguments.add(new Tensor(Array.of(new long[] {i}, Shape.of()))));
        var names = String.join(", ", Operators.names(arguments.size()).subList(2, arguments.size()));
        return Operators.call(
                "set",
                "torch.index_put(a, annotate(List[Optional[Tensor]], [" + names + "]), b, False)",
                arguments.toArray(Tensor[]::new));
    }

    /** Elements of one tensor where a condition is true, of another where not. */
    public static Tensor where(Tensor condition, Tensor yes, Tensor no) {
        if (condition.dtype() != DType.bool) {
            throw new IllegalArgumentException("where: expected a condition of type bool, got " + condition.dtype()
                    + "; compare it first, as in x.gt(0)");
        }
        Broadcast.check("where:", yes.shape(), no.shape());
        Broadcast.check("where: the condition, of", condition.shape(), yes.shape());
        Broadcast.check("where: the condition, of", condition.shape(), no.shape());
        var type = yes.dtype().joined(no.dtype());
        return Operators.call("where", "torch.where(a, b, c)", condition, yes.to(type), no.to(type));
    }

    /** From each place along an axis the element that the index names there. */
    public static Tensor gather(Tensor tensor, int axis, Tensor index) {
        var shape = tensor.shape();
        boolean fits = index.shape().rank() == shape.rank() && shape.rank() > 0;
        for (int i = 0; fits && i < shape.rank(); i++) {
            fits = i == axis || index.shape().get(i) <= shape.get(i);
        }
        if (!fits) {
            throw new ShapeException("gather: expected an index of the shape " + shape + ", of any size along axis "
                    + axis + ", got " + index.shape() + "; add the axis with unsqueeze(" + axis + ")");
        }
        return new Tensor(tensor.array().gather(axis, numbers("gather", tensor, axis, index)));
    }

    /**
     * @param tensor to select from
     * @return int64 numbers along the first axis, none negative, or the mask
     */
    public static Array of(Tensor tensor, Tensor indices) {
        var shape = tensor.shape();
        if (shape.rank() == 0) {
            throw new ShapeException("get: a scalar has no parts; take item()");
        }
        return indices.dtype() == DType.bool ? mask(shape, indices) : numbers("get", tensor, 0, indices);
    }

    private static Array mask(Shape shape, Tensor mask) {
        int axes = mask.shape().rank();
        if (axes == 0
                || axes > shape.rank()
                || !shape.dropLast(shape.rank() - axes).equals(mask.shape())) {
            throw new ShapeException("get: expected a mask of the shape " + shape + ", or of its first axes, got "
                    + mask.shape() + "; compare the tensor itself, as in x.get(x.gt(0))");
        }
        return mask.array();
    }

    private static Array numbers(String operation, Tensor tensor, int axis, Tensor indices) {
        var shape = tensor.shape();
        int size = shape.get(axis);
        double[] given = indices.toDoubleArray();
        var numbers = new long[given.length];
        for (int i = 0; i < given.length; i++) {
            numbers[i] = (long) (given[i] < 0 ? given[i] + size : given[i]);
            if (given[i] != Math.rint(given[i]) || numbers[i] < 0 || numbers[i] >= size) {
                throw new IndexOutOfBoundsException(operation + ": index " + (float) given[i] + " on axis " + axis
                        + " of shape " + shape + "; indices are whole numbers from " + -size + " to " + (size - 1));
            }
        }
        return Array.of(numbers, indices.shape()).to(tensor.device());
    }
}

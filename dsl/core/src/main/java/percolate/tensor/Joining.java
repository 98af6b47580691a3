package percolate.tensor;

import java.util.List;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.Array;

/** Several tensors as one; their shapes are checked before native code sees them. */
public final class Joining {
    private Joining() {}

    /** The tensors side by side along a new first axis. */
    public static Tensor stack(List<Tensor> tensors) {
        var shape = first("stack", tensors).shape();
        for (var tensor : tensors) {
            if (!tensor.shape().equals(shape)) {
                throw new ShapeException("stack: expected tensors of one shape, got " + shape + " and " + tensor.shape()
                        + "; for one after the other take concat(axis, …)");
            }
        }
        return new Tensor(Array.stack(tensors.stream().map(Tensor::array).toList()));
    }

    /** The tensors one after the other along an axis. */
    public static Tensor concat(int axis, List<Tensor> tensors) {
        var shape = first("concat", tensors).shape();
        int at = Axes.one("concat", shape, axis);
        for (var tensor : tensors) {
            if (tensor.shape().rank() != shape.rank()
                    || !tensor.shape().with(at, shape.get(at)).equals(shape)) {
                throw new ShapeException("concat: expected tensors of one shape but for axis " + axis + ", got " + shape
                        + " and " + tensor.shape() + "; reshape them first");
            }
        }
        return new Tensor(Array.concat(at, tensors.stream().map(Tensor::array).toList()));
    }

    private static Tensor first(String operation, List<Tensor> tensors) {
        if (tensors.isEmpty()) {
            throw new IllegalArgumentException(operation + ": expected one tensor or more, got none");
        }
        return tensors.get(0);
    }
}

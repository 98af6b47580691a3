package percolate.tensor;

import percolate.DType;
import percolate.ShapeException;
import percolate.Tensor;

/** A tensor where recording begins: a copy of its own that follows gradients. */
public final class Leaf {
    private Leaf() {}

    /** @throws IllegalArgumentException if the elements are no fractions, which alone have gradients */
    public static Tensor of(Tensor values) {
        if (!values.dtype().isFloating()) {
            throw new IllegalArgumentException("parameter: expected float32 or float64, got " + values.dtype()
                    + ", which has no gradients; take to(float32) first");
        }
        return new Tensor(values.array().copy().requireGradient());
    }

    /** Writes new values into a tensor, in place, without recording it. */
    public static Tensor update(Tensor target, Tensor values) {
        if (!values.shape().equals(target.shape())) {
            throw new ShapeException("update: expected values of shape " + target.shape() + ", got " + values.shape()
                    + "; reshape them first");
        }
        if (target.array().isRecorded() && !target.array().isLeaf()) {
            throw new IllegalStateException(
                    "update: expected a tensor made by parameter(…) or a plain one, got one that"
                            + " was computed from parameters; update these, or detach() it first");
        }
        if (target.dtype() == DType.bool && values.dtype() != DType.bool) {
            throw new IllegalArgumentException(
                    "update: expected bool, got " + values.dtype() + "; compare first, as in gt(0)");
        }
        target.array().assign(values.array());
        target.array().settle();
        return target;
    }
}

package percolate.train;

import percolate.DType;
import percolate.Shape;
import percolate.Tensor;

/** Real-valued targets, checked before they reach native code. */
final class Numbers {
    private Numbers() {}

    /** The targets as float32, in the outputs' shape. */
    static Tensor prepare(String who, Shape output, Tensor targets) {
        var given = targets.shape().dropFirst(1);
        var floats = targets.to(DType.float32);
        if (output.accepts(given)) {
            return floats;
        }
        // One number per example, written [n] or [n, 1].
        if (output.isKnown() && output.elementCount() == 1 && given.elementCount() == 1) {
            return floats.reshape(output.prepend(targets.shape().get(0)).toArray());
        }
        throw new IllegalArgumentException(who + ": expected targets of the outputs' shape " + output + ", got " + given
                + "; change the last layer's size, or use crossEntropy() for class labels");
    }
}

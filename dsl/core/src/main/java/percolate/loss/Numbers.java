package percolate.loss;

import percolate.DType;
import percolate.Shape;
import percolate.Tensor;

/** Real-valued targets, checked before they reach native code. */
public final class Numbers {
    private Numbers() {}

    /** The targets as float32, in the outputs' shape; an image is flattened where outputs are a vector, and back. */
    public static Tensor prepare(String who, Shape output, Tensor targets) {
        var given = targets.shape().dropFirst(1);
        var floats = targets.to(DType.float32);
        if (output.accepts(given)) {
            return floats;
        }
        // One number per example, written [n] or [n, 1].
        boolean single = output.isKnown() && output.elementCount() == 1 && given.elementCount() == 1;
        if (single || isFlattened(output, given)) {
            return floats.reshape(output.prepend(targets.shape().get(0)).toArray());
        }
        throw new IllegalArgumentException(who + ": expected targets of the outputs' shape " + output + ", got " + given
                + "; change the last layer's size, or use crossEntropy() for class labels");
    }

    /** Whether one is an image, [channels, h, w], and the other one the same as a vector. */
    private static boolean isFlattened(Shape output, Shape given) {
        return output.isKnown()
                && output.elementCount() == given.elementCount()
                && Math.min(output.rank(), given.rank()) == 1
                && Math.max(output.rank(), given.rank()) == 3;
    }

    /** Targets as {@link #prepare} gives them, none below {@code low} or above {@code high}. */
    static Tensor within(double low, double high, String who, Shape output, Tensor targets) {
        var floats = prepare(who, output, targets);
        for (double value : floats.toDoubleArray()) {
            if (!(value >= low && value <= high)) {
                throw new IllegalArgumentException(who + ": expected targets from " + (long) low + " to " + (long) high
                        + ", got " + value + "; scale the targets, or use mse() for real-valued ones");
            }
        }
        return floats;
    }

    /** The targets of a distribution of {@code count} numbers whose parameters are the last axis of the outputs. */
    static Tensor predicted(String who, Shape output, int count, Tensor targets) {
        var expected = output.withLast(count);
        var given = targets.shape().dropFirst(1);
        if (!expected.accepts(given) && !(count == 1 && output.rank() == 1 && given.rank() == 0)) {
            throw new IllegalArgumentException(
                    who + ": expected targets of shape " + expected + " for outputs of shape " + output + ", got "
                            + given + "; change the last layer's size, or reshape the targets");
        }
        return prepare(who, expected, targets);
    }

    /** Refuses outputs of more than one number per example. */
    static void one(String who, Shape output, String remedy) {
        if (!output.isKnown() || output.elementCount() != 1) {
            throw new IllegalArgumentException(
                    who + ": expected one output per example, got outputs of shape " + output + "; " + remedy);
        }
    }
}

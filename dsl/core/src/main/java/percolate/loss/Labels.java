package percolate.loss;

import java.util.OptionalLong;
import percolate.DType;
import percolate.Shape;
import percolate.Tensor;

/** Class labels, checked before they reach native code. */
public final class Labels {
    private Labels() {}

    /** The labels as int64, one per output vector. */
    public static Tensor prepare(String who, Shape output, Tensor targets) {
        return prepare(who, output, targets, OptionalLong.empty());
    }

    /** @param besides a label outside the classes that is allowed */
    public static Tensor prepare(String who, Shape output, Tensor targets, OptionalLong besides) {
        if (output.rank() == 0 || classes(output) < 2) {
            throw new IllegalArgumentException(
                    who + ": expected one output per class, two or more, got outputs of shape " + output
                            + "; end the model in dense(classes), or use mse()");
        }
        int axis = axis(output);
        var expected = axis == output.rank() - 1 ? output.dropLast(1) : output.dropFirst(1);
        checkShape(who, output, expected, targets.shape().dropFirst(1));
        var labels = targets.to(DType.int64);
        checkWhole(who, targets);
        check(who, labels, classes(output), besides);
        return labels;
    }

    /** The axis of an example's classes: the last one, but the first one, the channels, of an image. */
    public static int axis(Shape output) {
        return output.rank() >= 3 ? 0 : output.rank() - 1;
    }

    /** How many classes such outputs tell apart. */
    public static int classes(Shape output) {
        return output.rank() == 0 ? 1 : output.get(axis(output));
    }

    private static void checkShape(String who, Shape output, Shape expected, Shape given) {
        if (given.equals(output)) {
            throw new IllegalArgumentException(
                    who + ": expected the number of the class for each example, got targets of shape " + given
                            + "; take argmax(" + (output.rank() >= 3 ? 1 : -1) + ") of one-hot targets");
        }
        if (!expected.accepts(given)) {
            throw new IllegalArgumentException(who + ": expected labels of shape " + expected + " for outputs of shape "
                    + output + ", got " + given + "; reshape the labels to one whole number per output"
                    + (output.rank() >= 3 ? ", or put flatten() before the last layer for one per image" : ""));
        }
    }

    static void checkWhole(String who, Tensor targets) {
        if (targets.dtype().isFloating()) {
            for (double label : targets.toDoubleArray()) {
                if (label != Math.rint(label)) {
                    throw new IllegalArgumentException(who + ": expected whole numbers as labels, got " + label
                            + "; use mse() for real-valued targets");
                }
            }
        }
    }

    private static void check(String who, Tensor labels, int classes, OptionalLong besides) {
        long[] all = labels.toLongArray();
        for (int i = 0; i < all.length; i++) {
            boolean allowed = besides.isPresent() && besides.getAsLong() == all[i];
            if (!allowed && (all[i] < 0 || all[i] >= classes)) {
                throw new IllegalArgumentException(
                        who + ": label " + all[i] + " at example " + i / (all.length / labels.size(0))
                                + " is outside the classes 0 to " + (classes - 1)
                                + "; give the model as many outputs as there are classes, or number the classes from"
                                + " 0");
            }
        }
    }
}

package percolate.train;

import percolate.DType;
import percolate.Shape;
import percolate.Tensor;

/** Class labels, checked before they reach native code. */
final class Labels {
    private Labels() {}

    /** The labels as int64, one per output vector. */
    static Tensor prepare(String who, Shape output, Tensor targets) {
        if (output.rank() == 0 || output.get(-1) < 2) {
            throw new IllegalArgumentException(
                    who + ": expected one output per class, two or more, got outputs of shape " + output
                            + "; end the model in dense(classes), or use mse()");
        }
        if (output.rank() > 2) {
            throw new IllegalArgumentException(who + ": expected outputs [classes] or [time, classes], got " + output
                    + "; put flatten() before the last layer");
        }
        var expected = output.dropLast(1);
        var given = targets.shape().dropFirst(1);
        if (given.equals(output)) {
            throw new IllegalArgumentException(
                    who + ": expected the number of the class for each example, got targets of shape " + given
                            + "; take argmax(-1) of one-hot targets");
        }
        if (!expected.accepts(given)) {
            throw new IllegalArgumentException(who + ": expected labels of shape " + expected + " for outputs of shape "
                    + output + ", got " + given + "; reshape the labels to one whole number per output");
        }
        var labels = targets.to(DType.int64);
        check(who, targets, labels, output.get(-1));
        return labels;
    }

    private static void check(String who, Tensor targets, Tensor labels, int classes) {
        if (targets.dtype().isFloating()) {
            double[] given = targets.toDoubleArray();
            for (double label : given) {
                if (label != Math.rint(label)) {
                    throw new IllegalArgumentException(who + ": expected whole numbers as labels, got " + label
                            + "; use mse() for real-valued targets");
                }
            }
        }
        long[] all = labels.toLongArray();
        for (int i = 0; i < all.length; i++) {
            if (all[i] < 0 || all[i] >= classes) {
                throw new IllegalArgumentException(
                        who + ": label " + all[i] + " at example " + i / (all.length / targets.size(0))
                                + " is outside the classes 0 to " + (classes - 1)
                                + "; give the model as many outputs as there are classes, or number the classes from 0");
            }
        }
    }
}

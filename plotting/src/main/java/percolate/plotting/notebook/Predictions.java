package percolate.plotting.notebook;

import percolate.Model;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.plotting.chart.Digits;

/** What a network says about examples whose classes are known. */
final class Predictions {
    private static final double ROUNDING = 1e-3;

    private final float[] shares;
    private final int classes;
    private final int[] truths;

    private Predictions(float[] shares, int classes, int[] truths) {
        this.shares = shares;
        this.classes = classes;
        this.truths = truths;
    }

    /**
     * @param who says in errors what was to be drawn
     * @param x [batch, …]
     * @param y labels, [batch]
     */
    static Predictions of(String who, Model net, Tensor x, Tensor y) {
        if (x.shape().rank() == 0 || x.shape().get(0) == 0) {
            throw new IllegalArgumentException(who + ": there are no examples; give one or more");
        }
        var outputs = net.predict(x);
        if (outputs.shape().rank() != 2 || outputs.shape().get(1) < 2) {
            throw new ShapeException(who + ": expected a network with one output per class, [batch, classes], got "
                    + outputs.shape() + "; end it in dense(classes)");
        }
        int classes = outputs.shape().get(1);
        return new Predictions(shares(who, outputs.toFloatArray(), classes), classes, truths(who, y, classes));
    }

    private static int[] truths(String who, Tensor y, int classes) {
        if (y.shape().rank() != 1) {
            throw new ShapeException(
                    who + ": expected the number of the class for each example, [batch], got targets of shape "
                            + y.shape() + "; take argmax(1) of one-hot targets");
        }
        var labels = y.toDoubleArray();
        var truths = new int[labels.length];
        for (int at = 0; at < truths.length; at++) {
            truths[at] = (int) labels[at];
            if (truths[at] != labels[at] || truths[at] < 0 || truths[at] >= classes) {
                throw new IllegalArgumentException(who + ": label " + Digits.of(labels[at]) + " at example " + at
                        + " is none of the classes 0 to " + (classes - 1) + "; give a network with as many outputs as"
                        + " there are classes, or number the classes from 0");
            }
        }
        return truths;
    }

    /** Outputs as probabilities: as they are where they add up to 1, else their softmax. */
    private static float[] shares(String who, float[] outputs, int classes) {
        for (int at = 0; at < outputs.length; at++) {
            if (!Float.isFinite(outputs[at])) {
                throw new IllegalArgumentException(who + ": the network's output for example " + at / classes
                        + " is not finite, as its training diverged; train it anew with a smaller learning rate");
            }
        }
        var shares = outputs.clone();
        if (!areProbabilities(outputs, classes)) {
            for (int row = 0; row < outputs.length; row += classes) {
                softmax(shares, row, classes);
            }
        }
        return shares;
    }

    private static boolean areProbabilities(float[] outputs, int classes) {
        for (int row = 0; row < outputs.length; row += classes) {
            double sum = 0;
            for (int at = row; at < row + classes; at++) {
                if (outputs[at] < 0) {
                    return false;
                }
                sum += outputs[at];
            }
            if (Math.abs(sum - 1) > ROUNDING) {
                return false;
            }
        }
        return true;
    }

    /** exp(vᵢ) / Σ exp(vⱼ), in place, with the largest taken off first so that nothing overflows. */
    private static void softmax(float[] values, int from, int count) {
        float most = Float.NEGATIVE_INFINITY;
        for (int at = from; at < from + count; at++) {
            most = Math.max(most, values[at]);
        }
        double sum = 0;
        for (int at = from; at < from + count; at++) {
            values[at] = (float) Math.exp(values[at] - most);
            sum += values[at];
        }
        for (int at = from; at < from + count; at++) {
            values[at] /= (float) sum;
        }
    }

    int size() {
        return truths.length;
    }

    int classes() {
        return classes;
    }

    int truth(int at) {
        return truths[at];
    }

    /** The probability of a class. */
    double share(int at, int label) {
        return shares[at * classes + label];
    }

    /** The class with the largest output. */
    int prediction(int at) {
        int best = 0;
        for (int label = 1; label < classes; label++) {
            best = shares[at * classes + label] > shares[at * classes + best] ? label : best;
        }
        return best;
    }

    /** The probability of the predicted class. */
    double confidence(int at) {
        return shares[at * classes + prediction(at)];
    }

    boolean isRight(int at) {
        return prediction(at) == truth(at);
    }

    long right() {
        long count = 0;
        for (int at = 0; at < truths.length; at++) {
            count += isRight(at) ? 1 : 0;
        }
        return count;
    }
}

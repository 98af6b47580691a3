package percolate.data;

import percolate.Batch;
import percolate.DType;
import percolate.Dataset;
import percolate.Shape;
import percolate.Tensor;
import percolate.tensor.Creation;

/** How much examples count. */
public final class Weights {
    private Weights() {}

    /** These, checked, float32 [examples], where the examples are. */
    public static Tensor of(Dataset data, Tensor each) {
        if (!data.isHeld()) {
            throw new IllegalArgumentException("weights: expected examples in memory, got " + data
                    + "; read as many as fit with take(…), or weigh classes with classWeights(…)");
        }
        if (each == null || each.size() != data.size() || each.shape().rank() != 1) {
            throw new IllegalArgumentException("weights: expected a number for each of " + data.size()
                    + " examples, [" + data.size() + "], got "
                    + (each == null ? "null" : "shape " + each.shape()) + "; reshape(-1) takes axes of 1 away");
        }
        check(each.toDoubleArray());
        return each.detach().to(DType.float32).to(data.x().device());
    }

    /** @throws IllegalArgumentException if some count more than others, which what is made of them cannot tell */
    static void refuse(String who, String rows, String made, Dataset data) {
        if (data.weights().isPresent()) {
            throw new IllegalArgumentException(who + ": expected " + rows
                    + " that count alike, got some with weights(…); say weights(…) of the " + made);
        }
    }

    /** Those of a batch, or ones. */
    public static Tensor orOnes(Batch batch) {
        return batch.weights().orElseGet(() -> Creation.full(1, Shape.of(batch.size()))
                .to(batch.x().device()));
    }

    private static void check(double... each) {
        double sum = 0;
        for (double weight : each) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException(
                        "weights: expected finite numbers of 0 or more, got " + weight + "; 0 leaves an example out");
            }
            sum += weight;
        }
        if (sum == 0) {
            throw new IllegalArgumentException(
                    "weights: expected some above 0, got none; all examples would be left out");
        }
    }
}

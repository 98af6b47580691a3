package percolate.data;

import percolate.Batch;
import percolate.Dataset;
import percolate.Tensor;
import percolate.engine.Array;

/**
 * Sets elements of x to 0, each with the same probability.
 *
 * @param share the probability
 */
public record Corruption(Number share) implements Change {
    public Corruption {
        if (!(share.doubleValue() >= 0 && share.doubleValue() < 1)) {
            throw new IllegalArgumentException(
                    "corrupt: expected a probability from 0 to below 1, got " + share + "; 0.3 is usual");
        }
    }

    /** The same data, corrupted anew in each epoch. */
    public static Dataset of(Dataset data, Number share) {
        return Augmented.through(data, new Corruption(share));
    }

    @Override
    public Batch apply(Batch batch, Draws draws) {
        var x = batch.x();
        if (!x.dtype().isFloating()) {
            throw new IllegalArgumentException("corrupt: expected real-valued examples, got " + x.dtype()
                    + "; words and labels have no 0 that means nothing");
        }
        var values = x.toFloatArray();
        int length = x.shape().dropFirst(1).length();
        for (int example = 0; example < batch.size(); example++) {
            var random = draws.at(example);
            for (int i = example * length; i < (example + 1) * length; i++) {
                values[i] = random.nextDouble() < share.doubleValue() ? 0 : values[i];
            }
        }
        return batch.withX(new Tensor(Array.of(values, x.shape())).to(x.device()));
    }

    @Override
    public String toString() {
        return "corrupt(" + share + ")";
    }
}

package percolate;

/**
 * Some examples: inputs and targets with the batch axis first.
 *
 * @param x inputs, [batch, …]
 * @param y targets, [batch, …]; class labels are int64 [batch]
 */
public record Batch(Tensor x, Tensor y) {
    public Batch {
        if (x.shape().get(0) != y.shape().get(0)) {
            throw new IllegalArgumentException("batch: x has " + x.shape().get(0) + " examples, y has "
                    + y.shape().get(0) + "; give one target per example");
        }
    }

    public int size() {
        return x.shape().get(0);
    }
}

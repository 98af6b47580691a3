package percolate;

import percolate.train.Score;

/** What training makes small. */
public interface Loss extends Metric {
    /** Whether this wants the operands of a final softmax instead of its probabilities. */
    default boolean takesLogits() {
        return false;
    }

    /**
     * The loss of these predictions, a scalar.
     *
     * @param prediction [batch, …]
     * @param target [batch, …]
     */
    default Tensor of(Tensor prediction, Tensor target) {
        return Score.of(this, prediction, target);
    }
}

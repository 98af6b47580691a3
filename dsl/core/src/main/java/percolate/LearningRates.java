package percolate;

import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What a range test of learning rates found: the loss of each step, while the rate grew from step to step.
 *
 * @see <a href="https://arxiv.org/abs/1506.01186">Smith 2017, Cyclical learning rates, section 3.3</a>
 */
public final class LearningRates {
    private final double[] rates;
    private final double[] losses;
    private final double[] smoothed;
    private final int steepest;

    /** @param steepest the place of the rate where the loss falls most, −1 where it falls nowhere */
    @Internal
    public LearningRates(double[] rates, double[] losses, double[] smoothed, int steepest) {
        this.rates = rates.clone();
        this.losses = losses.clone();
        this.smoothed = smoothed.clone();
        this.steepest = steepest;
    }

    /** The rate of each step, growing by a constant factor; those behind a divergence were not tried. */
    public double[] rates() {
        return rates.clone();
    }

    /** The loss of each step's batch before the step. */
    public double[] losses() {
        return losses.clone();
    }

    /** The mean over the losses up to each step, in which older ones count less. */
    public double[] smoothed() {
        return smoothed.clone();
    }

    /**
     * The rate around which the loss falls most steeply; a good one to begin with.
     *
     * @throws IllegalStateException if the loss falls at none
     */
    public double suggestion() {
        if (steepest < 0) {
            throw new IllegalStateException("lrFind: " + this);
        }
        return rates[steepest];
    }

    /** Whether the loss falls at any rate. */
    public boolean falls() {
        return steepest >= 0;
    }

    /** A row per step: rate, loss, smoothed. */
    public Table table() {
        return Table.create(
                "learning rates",
                DoubleColumn.create("rate", rates),
                DoubleColumn.create("loss", losses),
                DoubleColumn.create("smoothed", smoothed));
    }

    @Override
    public String toString() {
        int last = rates.length - 1;
        var tried = String.format(Locale.ROOT, "from %.1e to %.1e", rates[0], rates[last]);
        return steepest < 0
                ? "the loss fell at no learning rate " + tried
                        + "; look whether the labels belong to the inputs, and whether these are scaled"
                : String.format(
                        Locale.ROOT,
                        "the loss falls fastest at a learning rate of about %.1e, of %d tried %s",
                        rates[steepest],
                        rates.length,
                        tried);
    }
}

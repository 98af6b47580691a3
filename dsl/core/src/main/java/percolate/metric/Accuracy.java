package percolate.metric;

import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;
import percolate.program.Counts;
import percolate.program.Scoring;

/**
 * The share of targets that are met: the largest of several outputs is the label's, or a single output lies on the
 * target's side of 0.5. {@code zeroOne} is the share that is not.
 */
public final class Accuracy implements Metric {
    private final boolean ofMistakes;

    private Accuracy(boolean ofMistakes) {
        this.ofMistakes = ofMistakes;
    }

    public Accuracy() {
        this(false);
    }

    /** The share of mistakes, the mean of the loss that is 0 for a hit and 1 for a miss. */
    public static Accuracy ofMistakes() {
        return new Accuracy(true);
    }

    @Override
    public String name() {
        return ofMistakes ? "zeroOne" : "accuracy";
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        return Decision.prepare(name(), output, targets);
    }

    @Override
    public boolean readsLogits() {
        return true;
    }

    @Override
    public Counts counts(Scoring scoring) {
        var compared = ofMistakes ? "torch.ne" : "torch.eq";
        var hits = compared + "(" + Decision.predicted(scoring) + ", " + Decision.actual(scoring) + ")";
        return Counts.mean("torch.mean(torch.to(" + hits + ", 7, False, False, None), dtype=None)");
    }

    @Override
    public String toString() {
        return name() + "()";
    }
}

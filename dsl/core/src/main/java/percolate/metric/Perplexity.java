package percolate.metric;

import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;
import percolate.loss.CrossEntropy;
import percolate.program.Counts;
import percolate.program.Scoring;

/**
 * Perplexity, e to the mean cross-entropy of all labels: among how many equally likely words the model hesitates.
 *
 * <p>Outputs and labels are those of crossEntropy: logits, unless the model ends in softmax or {@link #probabilities} was
 * said.
 */
public final class Perplexity implements Metric {
    private final CrossEntropy loss;

    private Perplexity(CrossEntropy loss) {
        this.loss = loss;
    }

    public Perplexity() {
        this(new CrossEntropy().named("perplexity"));
    }

    /** Leaves out what has this label, for example padding. */
    public Perplexity ignore(int label) {
        return new Perplexity(loss.ignore(label));
    }

    @Override
    public Perplexity leavingOut(int label) {
        return new Perplexity(loss.leavingOut(label));
    }

    /** Outputs are probabilities that sum to 1. */
    public Perplexity probabilities() {
        return new Perplexity(loss.probabilities());
    }

    @Override
    public String name() {
        return "perplexity";
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        return loss.prepare(output, targets);
    }

    @Override
    public boolean readsLogits() {
        return true;
    }

    @Override
    public Counts counts(Scoring scoring) {
        return loss.counts(scoring);
    }

    @Override
    public double value(double[] gathered) {
        return Math.exp(loss.value(gathered));
    }

    @Override
    public String toString() {
        return loss.toString().replace(".named(\"perplexity\")", "").replace("crossEntropy", "perplexity");
    }
}

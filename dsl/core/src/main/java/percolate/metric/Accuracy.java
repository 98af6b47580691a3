package percolate.metric;

import java.util.OptionalLong;
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
    private final OptionalLong ignored;

    private Accuracy(boolean ofMistakes, OptionalLong ignored) {
        this.ofMistakes = ofMistakes;
        this.ignored = ignored;
    }

    public Accuracy() {
        this(false, OptionalLong.empty());
    }

    /** The share of mistakes, the mean of the loss that is 0 for a hit and 1 for a miss. */
    public static Accuracy ofMistakes() {
        return new Accuracy(true, OptionalLong.empty());
    }

    /** Leaves out what has this label, for example padding. */
    public Accuracy ignore(int label) {
        return new Accuracy(ofMistakes, OptionalLong.of(label));
    }

    @Override
    public Accuracy leavingOut(int label) {
        return ignored.isPresent() ? this : ignore(label);
    }

    @Override
    public String name() {
        return ofMistakes ? "zeroOne" : "accuracy";
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        return Decision.prepare(name(), output, targets, ignored);
    }

    @Override
    public boolean readsLogits() {
        return true;
    }

    @Override
    public Counts counts(Scoring scoring) {
        var compared = ofMistakes ? "torch.ne" : "torch.eq";
        var hits = compared + "(" + Decision.predicted(scoring) + ", " + Decision.actual(scoring) + ")";
        if (ignored.isEmpty()) {
            return Counts.mean("torch.mean(" + real(hits) + ", dtype=None)");
        }
        var counted = scoring.let(real("torch.ne(y, " + ignored.getAsLong() + ")"));
        return Counts.sum(
                "torch.stack([torch.sum(torch.mul(" + real(hits) + ", " + counted + "), dtype=None), torch.sum("
                        + counted + ", dtype=None)], 0)",
                2);
    }

    private static String real(String expression) {
        return "torch.to(" + expression + ", 7, False, False, None)";
    }

    @Override
    public double value(double[] gathered) {
        return gathered.length == 2 ? gathered[0] / gathered[1] : gathered[0];
    }

    @Override
    public String toString() {
        return name() + "()" + (ignored.isPresent() ? ".ignore(" + ignored.getAsLong() + ")" : "");
    }
}

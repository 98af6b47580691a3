package percolate.loss;

import percolate.Loss;
import percolate.Shape;
import percolate.Tensor;
import percolate.program.Counts;
import percolate.program.Scoring;

/**
 * A loss of examples that count unequally, Σ wᵢ·lᵢ / Σ wᵢ; of a sum, Σ wᵢ·lᵢ. Where elements of an example count unequally
 * too, by shares s, it is Σ wᵢ·sᵢₜ·lᵢₜ / Σ wᵢ·sᵢₜ. The variable {@code w} holds the weights of a batch, [batch].
 */
public record Weighed(Loss loss) implements Loss {
    /** A batch whose weights are all 0 has the loss 0, not 0 / 0. */
    private static final double LEAST = 1e-12;

    /** @throws IllegalArgumentException if the loss is not made of losses of examples */
    public static void check(String who, Loss loss) {
        loss.terms().stream()
                .map(Term::loss)
                .filter(l -> !l.hasEach())
                .findFirst()
                .ifPresent(l -> {
                    throw new IllegalArgumentException(
                            who + ": expected a loss of each example for data with weights, got "
                                    + (l.isOwn() ? l.name() + " computed in Java" : l.toString())
                                    + ", which gives one number for a batch; take another loss, or data without"
                                    + " weights(…)");
                });
    }

    @Override
    public boolean isOwn() {
        return false;
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        return loss.prepare(output, targets);
    }

    @Override
    public Reduction reduction() {
        return loss.reduction();
    }

    @Override
    public String write(Scoring scoring) {
        var each = scoring.let("torch.reshape(" + loss.writeEach(scoring) + ", [torch.size(w, 0), -1])");
        if (reduction() == Reduction.SUM) {
            return weighed("torch.sum(" + each + ", [1], False, dtype=None)");
        }
        var ofOne = "torch." + (isEven(scoring) ? "mean" : "sum") + "(" + each + ", [1], False, dtype=None)";
        return "torch.div(" + weighed(ofOne) + ", torch.clamp_min(" + total(scoring) + ", " + LEAST + "))";
    }

    private boolean isEven(Scoring scoring) {
        return loss.writeShares(scoring).isEmpty();
    }

    private static String weighed(String ofEach) {
        return "torch.sum(torch.mul(" + ofEach + ", w), dtype=None)";
    }

    /** How much the examples of a batch count together. */
    private String total(Scoring scoring) {
        return isEven(scoring)
                ? "torch.sum(w, dtype=None)"
                : weighed("torch.sum(torch.reshape(" + loss.writeShares(scoring)
                        + ", [torch.size(w, 0), -1]), [1], False, dtype=None)");
    }

    @Override
    public Counts counts(Scoring scoring, String value) {
        if (reduction() == Reduction.SUM) {
            return Loss.super.counts(scoring, value);
        }
        var total = scoring.let("torch.to(" + total(scoring) + ", 7, False, False, None)");
        return Counts.sum("torch.stack([torch.mul(" + value + ", " + total + "), " + total + "], 0)", 2);
    }

    @Override
    public double value(double[] gathered) {
        return gathered.length == 1 ? gathered[0] : gathered[0] / Math.max(gathered[1], LEAST);
    }

    @Override
    public Tensor of(Tensor prediction, Tensor target) {
        return loss.of(prediction, target);
    }

    @Override
    public String toString() {
        return loss.toString();
    }
}

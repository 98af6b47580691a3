package percolate.metric;

import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;
import percolate.loss.Numbers;
import percolate.program.Counts;
import percolate.program.Scoring;

/**
 * The coefficient of determination, R² = 1 − Σ(y − o)² / Σ(y − ȳ)², the mean over an example's numbers: 1 is perfect, 0 no
 * better than the targets' mean. Targets that are all alike give 1 where they are met, else 0.
 *
 * <p>Outputs and targets have the same shape.
 */
public final class R2 implements Metric {
    private static final int SUMS = 4;

    @Override
    public String name() {
        return "r2";
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        if (output.isKnown() && output.elementCount() == 0) {
            throw new IllegalArgumentException("r2: expected one number per example or more, got outputs of shape "
                    + output + "; give the last layer a size of 1 or more");
        }
        return Numbers.prepare(name(), output, targets);
    }

    /** Per number: how many, Σy, Σy² and Σ(y − o)², in float64. */
    @Override
    public Counts counts(Scoring scoring) {
        int numbers = scoring.output().length();
        var targets = scoring.let("torch.to(torch.reshape(y, [-1, " + numbers + "]), 7, False, False, None)");
        var errors =
                "torch.sub(" + targets + ", torch.to(torch.reshape(o, [-1, " + numbers + "]), 7, False, False, None))";
        return Counts.sum(
                "torch.cat([" + sum("torch.ones_like(" + targets + ")") + ", " + sum(targets) + ", "
                        + sum("torch.square(" + targets + ")") + ", " + sum("torch.square(" + errors + ")") + "], 0)",
                SUMS * numbers);
    }

    private static String sum(String rows) {
        return "torch.sum(" + rows + ", [0], False, dtype=None)";
    }

    @Override
    public double value(double[] sums) {
        int numbers = sums.length / SUMS;
        double mean = 0;
        for (int i = 0; i < numbers; i++) {
            double spread = sums[2 * numbers + i] - sums[numbers + i] * sums[numbers + i] / sums[i];
            double error = sums[3 * numbers + i];
            boolean alike = spread <= 1e-14 * sums[2 * numbers + i];
            mean += (alike ? (error == 0 ? 1 : 0) : 1 - error / spread) / numbers;
        }
        return mean;
    }

    @Override
    public String toString() {
        return "r2()";
    }
}

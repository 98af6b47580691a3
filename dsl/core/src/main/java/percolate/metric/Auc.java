package percolate.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;
import percolate.loss.Labels;
import percolate.loss.Numbers;
import percolate.program.Counts;
import percolate.program.Scoring;

/**
 * The area under the ROC curve: how likely an example of yes has a larger output than one of no, ties count half. 0.5 is
 * guessing; NaN where all targets are alike, or an output is NaN.
 *
 * <p>Outputs are one number per example, targets 0 and 1; or outputs of two classes, labels 0 and 1.
 *
 * @see <a href="https://doi.org/10.1016/j.patrec.2005.10.010">Fawcett 2006</a>
 */
public final class Auc implements Metric {
    @Override
    public String name() {
        return "auc";
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        if (output.rank() > 1 || (output.rank() == 1 && output.get(0) > 2)) {
            throw new IllegalArgumentException(
                    "auc: expected one output per example, or two classes, got outputs of shape " + output
                            + "; measure accuracy() or f1() instead");
        }
        var prepared =
                isPair(output) ? Labels.prepare(name(), output, targets) : Numbers.prepare(name(), output, targets);
        for (double target : prepared.toDoubleArray()) {
            if (target != 0 && target != 1) {
                throw new IllegalArgumentException("auc: expected targets 0 and 1, got " + target
                        + "; give 1 to the examples to find, 0 to the others");
            }
        }
        return prepared;
    }

    private static boolean isPair(Shape output) {
        return output.rank() == 1 && output.get(0) == 2;
    }

    @Override
    public boolean readsLogits() {
        return true;
    }

    /** Output and target of each example. */
    @Override
    public Counts counts(Scoring scoring) {
        // The larger this difference, the larger the softmax of the second class.
        var scores = isPair(scoring.output())
                ? "torch.sub(torch.select(o, 1, 1), torch.select(o, 1, 0))"
                : "torch.flatten(o, 0, -1)";
        return Counts.all(
                "torch.flatten(torch.stack([torch.to(" + scores + ", 7, False, False, None), torch.to("
                        + "torch.flatten(y, 0, -1), 7, False, False, None)], 1), 0, -1)",
                2);
    }

    @Override
    public double value(double[] pairs) {
        return Arrays.stream(pairs).anyMatch(Double::isNaN) ? Double.NaN : area(pairs);
    }

    private static double area(double... pairs) {
        int[] order = IntStream.range(0, pairs.length / 2)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pairs[2 * i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double positives =
                Arrays.stream(order).mapToDouble(i -> pairs[2 * i + 1]).sum();
        double ranks = 0;
        for (int from = 0, to; from < order.length; from = to) {
            to = from;
            double among = 0;
            while (to < order.length && pairs[2 * order[to]] == pairs[2 * order[from]]) {
                among += pairs[2 * order[to++] + 1];
            }
            ranks += among * (from + 1 + to) / 2;
        }
        double negatives = order.length - positives;
        return (ranks - positives * (positives + 1) / 2) / (positives * negatives);
    }

    @Override
    public String toString() {
        return "auc()";
    }
}

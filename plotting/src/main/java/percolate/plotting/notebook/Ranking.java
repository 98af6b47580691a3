package percolate.plotting.notebook;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Examples from the most to the least likely positive, and what each threshold would make of them. Equal scores share one.
 *
 * @see <a href="https://doi.org/10.1016/j.patrec.2005.10.010">Fawcett 2006, An introduction to ROC analysis</a>
 */
final class Ranking {
    private final double[] hits;
    private final double[] alarms;

    private Ranking(double[] hits, double[] alarms) {
        this.hits = hits;
        this.alarms = alarms;
    }

    static Ranking of(double[] scores, boolean[] positive) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> -scores[at]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ends = IntStream.range(0, order.length)
                .filter(at -> at + 1 == order.length || scores[order[at]] != scores[order[at + 1]])
                .toArray();
        var hits = new double[ends.length + 1];
        var alarms = new double[ends.length + 1];
        for (int step = 0, at = 0; step < ends.length; step++) {
            hits[step + 1] = hits[step];
            alarms[step + 1] = alarms[step];
            for (; at <= ends[step]; at++) {
                hits[step + 1] += positive[order[at]] ? 1 : 0;
                alarms[step + 1] += positive[order[at]] ? 0 : 1;
            }
        }
        return new Ranking(hits, alarms);
    }

    double positives() {
        return hits[hits.length - 1];
    }

    /** Whether there are examples of both kinds. */
    boolean isTwofold() {
        return positives() > 0 && alarms[alarms.length - 1] > 0;
    }

    /** The share of the positives that is found: recall. */
    double[] truePositiveRates() {
        return shares(hits);
    }

    /** The share of the negatives that is taken for positive. */
    double[] falsePositiveRates() {
        return shares(alarms);
    }

    private static double[] shares(double[] counts) {
        double all = counts[counts.length - 1];
        return IntStream.range(0, counts.length)
                .mapToDouble(at -> all == 0 ? 0 : counts[at] / all)
                .toArray();
    }

    /** The share of what is taken for positive that is; 1 where nothing is. */
    double[] precisions() {
        return IntStream.range(0, hits.length)
                .mapToDouble(at -> hits[at] + alarms[at] == 0 ? 1 : hits[at] / (hits[at] + alarms[at]))
                .toArray();
    }

    /** The area below the true over the false positive rates. */
    double area() {
        var x = falsePositiveRates();
        var y = truePositiveRates();
        return IntStream.range(1, x.length)
                .mapToDouble(at -> (x[at] - x[at - 1]) * (y[at] + y[at - 1]) / 2)
                .sum();
    }

    /** Σ (Rₙ − Rₙ₋₁) Pₙ over recall and precision. */
    double averagePrecision() {
        var recall = truePositiveRates();
        var precision = precisions();
        return IntStream.range(1, recall.length)
                .mapToDouble(at -> (recall[at] - recall[at - 1]) * precision[at])
                .sum();
    }
}

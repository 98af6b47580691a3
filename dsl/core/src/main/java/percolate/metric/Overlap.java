package percolate.metric;

import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;
import percolate.program.Counts;
import percolate.program.Scoring;

/**
 * How well the examples that are said to be of a class overlap with those that are: precision, recall, F₁ or intersection
 * over union. Of a single output, for yes; of several classes, the mean over those that occur in predictions or labels. 0
 * where the denominator is 0.
 */
public final class Overlap implements Metric {
    private interface Formula {
        double of(double hits, double predicted, double actual);
    }

    private final String name;
    private final Formula formula;

    private Overlap(String name, Formula formula) {
        this.name = name;
        this.formula = formula;
    }

    /** hits / predicted. */
    public static Overlap precision() {
        return new Overlap("precision", (hits, predicted, actual) -> share(hits, predicted));
    }

    /** hits / actual. */
    public static Overlap recall() {
        return new Overlap("recall", (hits, predicted, actual) -> share(hits, actual));
    }

    /** The harmonic mean of precision and recall, 2·hits / (predicted + actual). */
    public static Overlap f1() {
        return new Overlap("f1", (hits, predicted, actual) -> share(2 * hits, predicted + actual));
    }

    /** Intersection over union, hits / (predicted + actual − hits), also called Jaccard's index. */
    public static Overlap iou() {
        return new Overlap("iou", (hits, predicted, actual) -> share(hits, predicted + actual - hits));
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        return Decision.prepare(name, output, targets);
    }

    @Override
    public boolean readsLogits() {
        return true;
    }

    /** Hits, predictions and labels of each class. */
    @Override
    public Counts counts(Scoring scoring) {
        var predicted = scoring.let("torch.flatten(" + Decision.predicted(scoring) + ", 0, -1)");
        var actual = scoring.let("torch.flatten(" + Decision.actual(scoring) + ", 0, -1)");
        int classes = Decision.classes(scoring.output());
        if (Decision.isSingle(scoring.output())) {
            var hits = "torch.logical_and(" + predicted + ", " + actual + ")";
            return Counts.sum("torch.stack([" + sum(hits) + ", " + sum(predicted) + ", " + sum(actual) + "], 0)", 3);
        }
        var hits = "torch.masked_select(" + actual + ", torch.eq(" + predicted + ", " + actual + "))";
        return Counts.sum(
                "torch.cat([" + histogram(hits, classes) + ", " + histogram(predicted, classes) + ", "
                        + histogram(actual, classes) + "], 0)",
                3 * classes);
    }

    private static String sum(String flags) {
        return "torch.sum(" + flags + ", dtype=None)";
    }

    private static String histogram(String labels, int classes) {
        return "torch.bincount(" + labels + ", None, " + classes + ")";
    }

    @Override
    public double value(double[] counts) {
        int classes = counts.length / 3;
        double sum = 0;
        int occurring = 0;
        for (int c = 0; c < classes; c++) {
            if (counts[classes + c] + counts[2 * classes + c] > 0) {
                sum += formula.of(counts[c], counts[classes + c], counts[2 * classes + c]);
                occurring++;
            }
        }
        return share(sum, occurring);
    }

    @Override
    public String toString() {
        return name + "()";
    }
}

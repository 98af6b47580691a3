package percolate.insight;

import static percolate.insight.Case.percent;
import static percolate.insight.Case.say;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import percolate.Tensor;
import percolate.Verdict;
import percolate.Verdict.Finding;

/** What can be wrong with the data, whatever the model. */
final class DataSymptoms {
    /** Fewer examples have too few neighbours to tell labels by chance from others. */
    private static final int NEIGHBOURHOOD = 50;

    /** How much better than chance neighbours agree where labels mean something, in parts of what chance leaves. */
    private static final double MEANING = 0.1;

    /** Numbers whose root mean square is larger want small weights, and get large gradients. */
    private static final double LARGE = 10;

    private DataSymptoms() {}

    static Optional<Verdict> constantLabels(Case its) {
        var sample = its.sample().targets();
        boolean suspected = sample.stream().anyMatch(DataSymptoms::isConstant);
        return !suspected
                ? Optional.empty()
                : its.replay().data().targets().stream()
                        .filter(DataSymptoms::isConstant)
                        .findFirst()
                        .map(target -> new Verdict(
                                Finding.CONSTANT_LABELS,
                                "all " + target.size(0) + " targets are "
                                        + (target.size() == target.size(0) ? say(Case.rows(target)[0][0]) : "the same"),
                                "there is nothing to tell apart; look at data.y(), and shuffle before take(…)"));
    }

    private static boolean isConstant(Tensor target) {
        var rows = Case.rows(target);
        return rows.length > 1 && Arrays.stream(rows).allMatch(row -> Arrays.equals(row, rows[0]));
    }

    /** Leave one out: how often the nearest example has the same label, against what two labels drawn at random do. */
    static Optional<Verdict> shuffledLabels(Case its) {
        var sample = its.sample();
        boolean labels = sample.targets().size() == 1
                && sample.inputs().size() == 1
                && !sample.y().dtype().isFloating()
                && sample.y().size() == sample.size();
        if (!labels || sample.size() < NEIGHBOURHOOD || constantLabels(its).isPresent() || learnsForOthers(its)) {
            return Optional.empty();
        }
        long[] y = sample.y().toLongArray();
        double agreeing = agreement(Case.rows(sample.x()), y);
        double chance = chance(y);
        return agreeing - chance > MEANING * (1 - chance)
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Finding.SHUFFLED_LABELS,
                        "the example that is nearest has the same label in " + percent(agreeing) + " of " + y.length
                                + " cases, and chance gives " + percent(chance) + accuracy(its),
                        "inputs and labels do not belong together; look whether one of them was shuffled or sorted"
                                + " alone, and use dataset(x, y).shuffle(seed), which keeps pairs"));
    }

    /** Whether unseen examples are told apart. */
    private static boolean learnsForOthers(Case its) {
        if (!its.run().hasValidation() || !its.run().metrics().contains("accuracy")) {
            return false;
        }
        double chance = chance(its.sample().y().toLongArray());
        return its.run().get("val_accuracy") - chance > 2 * MEANING * (1 - chance);
    }

    private static String accuracy(Case its) {
        return its.run().metrics().contains("accuracy")
                ? "; the training accuracy of " + percent(its.run().get("accuracy")) + " is learned by heart"
                : "";
    }

    private static double agreement(double[][] x, long... y) {
        int agreeing = 0;
        for (int i = 0; i < x.length; i++) {
            agreeing += y[nearest(x, i)] == y[i] ? 1 : 0;
        }
        return (double) agreeing / x.length;
    }

    private static int nearest(double[][] x, int of) {
        int nearest = of == 0 ? 1 : 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            double distance = i == of ? Double.POSITIVE_INFINITY : squared(x[i], x[of]);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static double squared(double[] a, double... b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    private static double chance(long... y) {
        return Arrays.stream(y)
                .distinct()
                .mapToDouble(label -> Math.pow(
                        Arrays.stream(y).filter(other -> other == label).count() / (double) y.length, 2))
                .sum();
    }

    static Optional<Verdict> unscaledInputs(Case its) {
        return its.sample().inputs().stream()
                .filter(x -> x.dtype().isFloating())
                .map(DataSymptoms::unscaled)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Verdict> unscaled(Tensor x) {
        double[] values = x.toDoubleArray();
        double size =
                Math.sqrt(DoubleStream.of(values).map(v -> v * v).average().orElse(0));
        return size <= LARGE
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Finding.UNSCALED_INPUTS,
                        "the inputs go from "
                                + say(DoubleStream.of(values).min().orElse(0)) + " to "
                                + say(DoubleStream.of(values).max().orElse(0)) + ", their root mean square is "
                                + say(size) + " where about 1 is good",
                        "scale them before training, with x.minus(x.mean(0)).div(x.std(0)) or pixels.div(255), or put"
                                + " batchNorm() first"));
    }
}

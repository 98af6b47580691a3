package percolate.insight;

import static percolate.insight.Case.percent;
import static percolate.insight.Case.say;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import percolate.Verdict;
import percolate.Verdict.Finding;

/** How the loss stands to that of other data, and to that of an answer which knows no inputs. */
final class FitSymptoms {
    private static final double RISE = 1.2;
    private static final double FALL = 0.8;
    private static final double HALF = 0.5;
    private static final double LEVEL = 0.05;
    private static final int LEAST_EPOCHS = 4;

    private FitSymptoms() {}

    /** The validation loss has passed its least value, and the training loss went on falling. */
    static Optional<Verdict> overFitting(Case its) {
        var run = its.run();
        if (!run.hasValidation() || run.history().size() < LEAST_EPOCHS) {
            return Optional.empty();
        }
        double[] other = run.series("val_loss");
        double[] own = run.series("loss");
        int last = own.length - 1;
        int best = 0;
        for (int i = 1; i <= last; i++) {
            best = other[i] < other[best] ? i : best;
        }
        boolean found = other[last] > RISE * other[best] && own[last] < FALL * own[best];
        return !found
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Finding.OVER_FITTING,
                        "val_loss was least in epoch " + (best + 1) + ", " + say(other[best]) + ", and is "
                                + say(other[last]) + " after epoch " + (last + 1) + ", while loss fell from "
                                + say(own[best]) + " to " + say(own[last]),
                        "stop there with epochs(" + (best + 1) + "), put dropout(0.5) between the layers, take fewer"
                                + " units or .l2(0.001), or give more data"));
    }

    /** The loss stays level, and is hardly better than without inputs. */
    static Optional<Verdict> underFitting(Case its) {
        double[] losses = its.run().series("loss");
        var constant = ofAConstant(its);
        if (losses.length < LEAST_EPOCHS
                || constant.isEmpty()
                || DataSymptoms.shuffledLabels(its).isPresent()) {
            return Optional.empty();
        }
        double last = losses[losses.length - 1];
        double before = losses[losses.length * 3 / 4 - 1];
        boolean level = Math.abs(before - last) < LEVEL * constant.getAsDouble();
        boolean poor = last > HALF * constant.getAsDouble() && last < RISE * constant.getAsDouble();
        return !level || !poor
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Finding.UNDER_FITTING,
                        "the training loss stays at " + say(last) + ", which is "
                                + percent(last / constant.getAsDouble())
                                + " of the " + say(constant.getAsDouble())
                                + " that one answer for all inputs has",
                        "take more units or a further layer with an activation, as dense(64).relu(), and less dropout"
                                + " or l2"));
    }

    /** The least loss of an answer that does not look at the inputs, where the loss is one of the usual ones. */
    private static OptionalDouble ofAConstant(Case its) {
        var loss = its.replay().loss();
        var y = its.sample().targets().get(0);
        if (its.sample().targets().size() > 1 || constant(Case.rows(y))) {
            return OptionalDouble.empty();
        }
        boolean ofClasses = loss.startsWith("crossEntropy") || loss.startsWith("binaryCrossEntropy");
        if (ofClasses && y.size() == its.sample().size()) {
            return OptionalDouble.of(entropy(y.toDoubleArray()));
        }
        return loss.startsWith("mse") ? OptionalDouble.of(variance(Case.rows(y))) : OptionalDouble.empty();
    }

    private static boolean constant(double[]... rows) {
        return variance(rows) == 0;
    }

    private static double entropy(double... labels) {
        Map<Double, Integer> counts = new TreeMap<>();
        Arrays.stream(labels).forEach(label -> counts.merge(label, 1, Integer::sum));
        return counts.values().stream()
                .mapToDouble(n -> (double) n / labels.length)
                .map(p -> -p * Math.log(p))
                .sum();
    }

    private static double variance(double[]... rows) {
        double sum = 0;
        for (int j = 0; j < rows[0].length; j++) {
            int column = j;
            double mean =
                    Arrays.stream(rows).mapToDouble(r -> r[column]).average().orElse(0);
            sum += Arrays.stream(rows)
                    .mapToDouble(r -> Math.pow(r[column] - mean, 2))
                    .average()
                    .orElse(0);
        }
        return sum / rows[0].length;
    }
}

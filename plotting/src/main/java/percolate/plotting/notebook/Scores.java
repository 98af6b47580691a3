package percolate.plotting.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import percolate.Dataset;
import percolate.Model;
import percolate.ShapeException;
import percolate.plotting.chart.Digits;

/** How sure a network is of each class for each example, and whether it is right to be. */
final class Scores {
    private final double[] yes;
    private final boolean[] positive;

    private Scores(double[] yes, boolean[] positive) {
        this.yes = yes;
        this.positive = positive;
    }

    /** Whether a network has a single output, for yes. */
    static boolean isSingle(Model net, Dataset data) {
        return data.size() > 0 && net.predict(data.x()).shape().elementCount() == data.size();
    }

    /** A single output between 0 and 1; where it is not, its sigmoid. */
    static Scores single(String who, Model net, Dataset data) {
        var outputs = net.predict(data.x()).toDoubleArray();
        if (data.y().shape().elementCount() != outputs.length) {
            throw new ShapeException(who + ": expected one target for each of " + outputs.length
                    + " outputs, 0 or 1, got targets of shape " + data.y().shape());
        }
        var labels = data.y().toDoubleArray();
        var positive = new boolean[labels.length];
        for (int at = 0; at < labels.length; at++) {
            if (labels[at] != 0 && labels[at] != 1) {
                throw new IllegalArgumentException(who + ": expected targets 0 or 1 of a network with one output, got "
                        + Digits.of(labels[at]) + " at example " + at + "; end it in dense(classes) for more classes");
            }
            positive[at] = labels[at] == 1;
        }
        return new Scores(probabilities(who, outputs), positive);
    }

    private static double[] probabilities(String who, double[] outputs) {
        for (int at = 0; at < outputs.length; at++) {
            if (!Double.isFinite(outputs[at])) {
                throw new IllegalArgumentException(who + ": the network's output for example " + at
                        + " is not finite, as its training diverged; train it anew with a smaller learning rate");
            }
        }
        boolean shares = IntStream.range(0, outputs.length).allMatch(at -> outputs[at] >= 0 && outputs[at] <= 1);
        return IntStream.range(0, outputs.length)
                .mapToDouble(at -> shares ? outputs[at] : 1 / (1 + Math.exp(-outputs[at])))
                .toArray();
    }

    /** Each class against the rest, of two classes the second; without those of which all or no examples are. */
    static Map<String, Ranking> rankings(String who, Model net, Dataset data) {
        var rankings = new LinkedHashMap<String, Ranking>();
        if (isSingle(net, data)) {
            var scores = single(who, net, data);
            rankings.put(Labels.name(data.classes(), 1), Ranking.of(scores.yes, scores.positive));
        } else {
            var predictions = Predictions.of(who, net, data.x(), data.y());
            for (int label = predictions.classes() == 2 ? 1 : 0; label < predictions.classes(); label++) {
                int own = label;
                rankings.put(
                        Labels.name(data.classes(), label),
                        ranking(
                                predictions.size(),
                                at -> predictions.share(at, own),
                                at -> predictions.truth(at) == own));
            }
        }
        rankings.values().removeIf(ranking -> !ranking.isTwofold());
        if (rankings.isEmpty()) {
            throw new IllegalArgumentException(
                    who + ": expected examples of two classes or more, got those of one; give others");
        }
        return rankings;
    }

    private static Ranking ranking(int size, IntToDoubleFunction score, IntPredicate positive) {
        var scores = new double[size];
        var truths = new boolean[size];
        for (int at = 0; at < size; at++) {
            scores[at] = score.applyAsDouble(at);
            truths[at] = positive.test(at);
        }
        return Ranking.of(scores, truths);
    }

    int size() {
        return yes.length;
    }

    /** The probability of what is taken to be so. */
    double confidence(int at) {
        return Math.max(yes[at], 1 - yes[at]);
    }

    boolean isRight(int at) {
        return yes[at] > 0.5 == positive[at];
    }
}

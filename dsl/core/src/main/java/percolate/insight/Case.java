package percolate.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import percolate.Batch;
import percolate.Gradients;
import percolate.Parameters;
import percolate.Run;
import percolate.Tensor;

/** A training that is looked at: its record, a sample of its data, and its first steps as often as they are wanted. */
final class Case {
    private static final int SAMPLE = 400;
    private static final int FIRST_STEPS = 8;

    private final Run run;
    private final Replay replay;
    private final Snapshot first;
    private final Batch sample;
    private final List<Gradients> beginning;

    Case(Run run, Replay replay, Snapshot first) {
        this.run = run;
        this.replay = replay;
        this.first = first;
        this.sample =
                replay.data().still().sample(Math.min(SAMPLE, replay.data().size()), replay.seed());
        this.beginning = first.during(this::seen);
    }

    Run run() {
        return run;
    }

    Replay replay() {
        return replay;
    }

    /** Some examples of the training part, all where there are few. */
    Batch sample() {
        return sample;
    }

    /** Losses and gradients of some batches by the first weights. */
    List<Gradients> beginning() {
        return beginning;
    }

    /** The loss before the first step. */
    double firstLoss() {
        return mean(beginning);
    }

    /** The mean loss of examples, of which the last batch may have fewer. */
    private double mean(List<Gradients> batches) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < batches.size(); i++) {
            int size = replay.batch(i).size();
            sum += (double) batches.get(i).loss() * size;
            count += size;
        }
        return sum / count;
    }

    private List<Gradients> seen() {
        return IntStream.range(0, Math.min(FIRST_STEPS, replay.stepsPerEpoch()))
                .mapToObj(i -> replay.gradients(i))
                .toList();
    }

    /** The loss before the first step, and behind every epoch. */
    double[] losses() {
        var series = run.series("loss");
        var all = new double[series.length + 1];
        all[0] = firstLoss();
        System.arraycopy(series, 0, all, 1, series.length);
        return all;
    }

    /** The learning rate of the optimizer as it was given. */
    double rate() {
        return replay.optimizer().rate();
    }

    /** Does the first steps again, and gives the norm of all gradients before each. */
    List<Float> norms(int steps) {
        return first.during(() -> stepped(steps, 1));
    }

    /** By how much the first steps at a multiple of the rate lower the loss of the same examples. */
    double fall(int steps, double factor) {
        return first.during(() -> {
            stepped(steps, factor);
            return firstLoss() - mean(seen());
        });
    }

    private List<Float> stepped(int steps, double factor) {
        var stepper = replay.optimizer()
                .on(replay.owners().toArray(Parameters[]::new))
                .rate(rate() * factor);
        var norms = new ArrayList<Float>();
        for (int i = 0; i < steps; i++) {
            var gradients = replay.gradients(i);
            norms.add(gradients.norm());
            if (!isFinite(gradients)) {
                return norms;
            }
            stepper.step(Complete.of(replay.owners(), gradients));
        }
        return norms;
    }

    private static boolean isFinite(Gradients gradients) {
        return Float.isFinite(gradients.loss()) && Float.isFinite(gradients.norm());
    }

    /** A tensor's numbers as [examples, features]. */
    static double[][] rows(Tensor tensor) {
        int rows = tensor.size(0);
        double[] all = tensor.toDoubleArray();
        int width = rows == 0 ? 0 : all.length / rows;
        return IntStream.range(0, rows)
                .mapToObj(i -> Arrays.copyOfRange(all, i * width, (i + 1) * width))
                .toArray(double[][]::new);
    }

    /** A number in a sentence. */
    static String say(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    /** A share in a sentence. */
    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}

package percolate.insight;

import java.util.ArrayList;
import java.util.List;
import percolate.LearningRates;
import percolate.Parameters;
import percolate.tensor.RandomStream;

/** Steps whose learning rate grows by a constant factor, until the loss runs away. */
public final class RangeTest {
    private static final double LEAST = 1e-6;
    private static final double MOST = 10;
    private static final int STEPS = 120;

    /** How much of the mean so far a new loss leaves in force. */
    private static final double MEMORY = 0.9;

    /** So many times the least smoothed loss counts as running away. */
    private static final double DIVERGED = 4;

    private static final double RISING = 1.5;

    /** The first smoothed losses are means of few. */
    private static final int UNSETTLED = 10;

    /** Steps on either side, together more than a power of ten, whose losses say how steeply it falls at one. */
    private static final int AROUND = 10;

    private final Replay replay;
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private final List<Double> smoothed = new ArrayList<>();
    private double mean;

    private RangeTest(Replay replay) {
        this.replay = replay;
    }

    /** Changes the weights of the training; the session's stream of random numbers stays as it is. */
    public static LearningRates of(Replay replay) {
        return new RandomStream(replay.seed()).during(() -> new RangeTest(replay).run());
    }

    private LearningRates run() {
        var owners = replay.owners().toArray(Parameters[]::new);
        var stepper = replay.optimizer().on(owners);
        for (int i = 0; i < STEPS && !Thread.currentThread().isInterrupted(); i++) {
            double rate = LEAST * Math.pow(MOST / LEAST, (double) i / (STEPS - 1));
            var gradients = replay.gradients(i);
            if (!Float.isFinite(gradients.loss())
                    || !Float.isFinite(gradients.norm())
                    || diverged(rate, gradients.loss())) {
                break;
            }
            stepper.rate(rate).step(Complete.of(replay.owners(), gradients));
        }
        return new LearningRates(array(rates), array(losses), array(smoothed), steepest());
    }

    private boolean diverged(double rate, double loss) {
        mean = MEMORY * mean + (1 - MEMORY) * loss;
        // The mean began at 0, which this takes out again.
        double now = mean / (1 - Math.pow(MEMORY, losses.size() + 1));
        double least = smoothed.stream().mapToDouble(v -> v).min().orElse(now);
        rates.add(rate);
        losses.add(loss);
        smoothed.add(now);
        return losses.size() > UNSETTLED && now > DIVERGED * least;
    }

    /** Where the straight line through the losses around falls most; the rates' logarithms lie equally far apart. */
    private int steepest() {
        int steepest = -1;
        double most = 0;
        for (int i = AROUND; i < rising() - AROUND; i++) {
            double slope = slope(losses.subList(i - AROUND, i + AROUND + 1));
            if (slope < most) {
                most = slope;
                steepest = i;
            }
        }
        return steepest;
    }

    /** The first step at which the loss has begun to run away: what falls behind it only comes back. */
    private int rising() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < smoothed.size(); i++) {
            least = Math.min(least, smoothed.get(i));
            if (i > UNSETTLED && smoothed.get(i) > RISING * least) {
                return i;
            }
        }
        return smoothed.size();
    }

    /** Of the least-squares line, up to a constant factor. */
    private static double slope(List<Double> values) {
        double slope = 0;
        for (int i = 0; i < values.size(); i++) {
            slope += (i - (values.size() - 1) / 2.0) * values.get(i);
        }
        return slope;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }
}

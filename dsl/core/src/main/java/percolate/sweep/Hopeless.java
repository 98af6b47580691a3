package percolate.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import percolate.Epoch;
import percolate.Run;

/** Knows of finished trainings how good each was after each epoch, and so which others cannot keep up. */
final class Hopeless {
    private static final int LEAST = 3;

    private final List<double[]> finished = new ArrayList<>();

    /** The losses of a training, on the validation part where there is one. */
    static double[] series(Run run) {
        return run.history().isEmpty() ? new double[0] : run.series(run.hasValidation() ? "val_loss" : "loss");
    }

    synchronized void finished(double... series) {
        finished.add(best(series));
    }

    /** Whether the best of these losses is worse than the median of the others after as many epochs. */
    synchronized boolean isWorse(double... series) {
        int epoch = series.length - 1;
        double[] others = finished.stream()
                .filter(its -> its.length > epoch)
                .mapToDouble(its -> its[epoch])
                .sorted()
                .toArray();
        return epoch >= 0 && others.length >= LEAST && best(series)[epoch] > median(others);
    }

    /** The losses of a history, with that of the epoch that has just ended. */
    static double[] with(List<Epoch> history, Epoch last) {
        var all = new ArrayList<>(history);
        if (!all.contains(last)) {
            all.add(last);
        }
        boolean validated = !Double.isNaN(last.validationLoss());
        return all.stream()
                .mapToDouble(e -> validated ? e.validationLoss() : e.loss())
                .toArray();
    }

    private static double median(double... sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double[] best(double... series) {
        var best = series.clone();
        Arrays.setAll(best, i -> i == 0 ? series[0] : Double.NaN);
        for (int i = 1; i < best.length; i++) {
            best[i] = Math.min(best[i - 1], series[i]);
        }
        return best;
    }
}

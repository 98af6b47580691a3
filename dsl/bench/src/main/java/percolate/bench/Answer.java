package percolate.bench;

import java.util.Arrays;
import percolate.Run;

/**
 * What is told of a training.
 *
 * @param millisPerStep each epoch's wall time by its number of steps, shuffling included
 * @param losses each epoch's mean loss
 * @param threads how many the training used
 */
record Answer(double[] millisPerStep, double[] losses, int threads) {
    static Answer of(Run run, int steps) {
        var millis = run.history().stream()
                .mapToDouble(epoch -> epoch.duration().toNanos() / 1e6 / steps)
                .toArray();
        return new Answer(
                millis, run.series("loss"), Integer.parseInt(run.provenance().get("threads")));
    }

    String json() {
        return "{\"millisPerStep\": %s, \"losses\": %s, \"threads\": %d}"
                .formatted(Arrays.toString(millisPerStep), Arrays.toString(losses), threads);
    }
}

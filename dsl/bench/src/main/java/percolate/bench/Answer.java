package percolate.bench;

import java.util.Arrays;
import java.util.List;
import percolate.Run;

/**
 * What is told of a training.
 *
 * @param millisPerStep each epoch's wall time by its number of steps, shuffling included
 * @param losses each epoch's mean loss
 * @param threads how many the training used, in the words of its provenance
 */
record Answer(List<Double> millisPerStep, List<Double> losses, String threads) {
    Answer {
        millisPerStep = List.copyOf(millisPerStep);
        losses = List.copyOf(losses);
    }

    static Answer of(Run run, int steps) {
        var millis = run.history().stream()
                .map(epoch -> epoch.duration().toNanos() / 1e6 / steps)
                .toList();
        var losses = Arrays.stream(run.series("loss")).boxed().toList();
        return new Answer(millis, losses, run.provenance().get("threads"));
    }

    String json() {
        return "{\"millisPerStep\": %s, \"losses\": %s, \"threads\": \"%s\"}".formatted(millisPerStep, losses, threads);
    }
}

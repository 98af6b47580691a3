package percolate.train;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import percolate.Callback;
import percolate.Epoch;
import percolate.Progress;
import percolate.Run;

/** Tells the callbacks of one training, those that see it from within last, so that they keep what others changed. */
record Callbacks(List<Callback> all, List<Consumer<Progress>> ofSteps, Standing standing) {
    private List<Inside> inside() {
        return all.stream()
                .filter(Inside.class::isInstance)
                .map(Inside.class::cast)
                // A file holds what the others have kept.
                .sorted(Comparator.comparing(c -> c instanceof Checkpoint))
                .toList();
    }

    void began(Run run) {
        all.forEach(c -> c.started(run));
        inside().forEach(c -> c.began(standing));
    }

    /** Fewer steps where somebody wants to look in between. */
    int cut(int count, long done) {
        int fewer = ofSteps.isEmpty() ? count : 1;
        for (var callback : inside()) {
            int every = callback.every();
            fewer = every == 0 ? fewer : (int) Math.min(fewer, every - done % every);
        }
        return fewer;
    }

    void stepped(Progress progress) {
        ofSteps.forEach(c -> c.accept(progress));
        inside().forEach(c -> c.stepped(standing));
    }

    void epoch(Epoch epoch) {
        boolean before = standing.run().stopping();
        all.forEach(c -> c.epoch(epoch));
        if (!before && standing.run().stopping()) {
            standing.run().finish();
        }
        inside().forEach(c -> c.epoch(epoch, standing));
    }

    void ended(Run run) {
        inside().forEach(c -> c.ended(standing));
        all.forEach(c -> c.ended(run));
    }
}

package percolate.bench;

import percolate.Run;
import percolate.TrainingObserver;

/** Reads at each turn what a panel draws, so that what is measured is a training that somebody looks at. */
final class Spectator implements TrainingObserver {
    private int seen;

    @Override
    public void started(Run run) {
        seen = 0;
    }

    @Override
    public void progressed(Run run) {
        seen += run.series("loss").length;
    }

    @Override
    public void ended(Run run) {
        seen = run.history().size();
    }

    int seen() {
        return seen;
    }
}

package percolate.insight;

import java.util.Locale;
import percolate.Diagnosis;
import percolate.Reproduction;
import percolate.Run;

/** What a run keeps so that its training can be looked at again: the weights it began with, and a mark of those it ended with. */
public final class Retrace {
    private final Replay replay;
    private final Snapshot first;
    private volatile long last;

    /** Called when the first weights are there, before the first step. */
    public Retrace(Replay replay) {
        this.replay = replay;
        this.first = Snapshot.of(replay.owners());
        this.last = first.fingerprint();
    }

    /** Called behind the last step. */
    public void ended() {
        last = Snapshot.of(replay.owners()).fingerprint();
    }

    /** @throws IllegalStateException if the training did not come to its end */
    public Reproduction reproduce(Run run) {
        if (run.state() != Run.State.FINISHED) {
            throw new IllegalStateException("reproduce: expected a training that came to its end, got one that is "
                    + run.state().name().toLowerCase(Locale.ROOT) + " after "
                    + run.history().size() + " of " + run.epochs() + " epochs; let fit() finish first");
        }
        return Again.of(run, replay, first, last);
    }

    /** @throws IllegalStateException while the training runs */
    public Diagnosis diagnose(Run run) {
        if (run.state() == Run.State.RUNNING) {
            throw new IllegalStateException(
                    "diagnose: the training still runs; ask when fit() has come back, or its observer says ended");
        }
        return Doctor.of(run, replay, first);
    }
}

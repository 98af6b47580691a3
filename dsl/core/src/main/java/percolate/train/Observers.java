package percolate.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.Run;
import percolate.TrainingObserver;
import percolate.TrainingObservers;

/** Tells those who watch one training. One that throws is left out from then on; the training goes on. */
public final class Observers {
    private static final Logger LOG = Logger.getLogger(Observers.class.getName());
    private final Run run;
    private final List<TrainingObserver> watching;

    /** @param quiet whether nobody is told */
    public Observers(Run run, boolean quiet) {
        this.run = run;
        this.watching = quiet ? new ArrayList<>() : new ArrayList<>(TrainingObservers.all());
    }

    public void started() {
        tell(o -> o.started(run));
    }

    public void progressed() {
        tell(o -> o.progressed(run));
    }

    public void ended() {
        tell(o -> o.ended(run));
    }

    private void tell(Consumer<TrainingObserver> event) {
        watching.removeIf(observer -> {
            try {
                event.accept(observer);
                return false;
            } catch (Exception | LinkageError | AssertionError e) {
                LOG.log(Level.WARNING, "a training observer failed and is left out: " + observer, e);
                return true;
            }
        });
    }
}

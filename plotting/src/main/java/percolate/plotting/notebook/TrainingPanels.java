package percolate.plotting.notebook;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.Run;
import percolate.Sweep;
import percolate.TrainingObserver;
import percolate.kernel.api.Display;
import percolate.kernel.api.DisplayHandle;

/**
 * Shows a panel for every training. One thread draws all of them: at the start and at the end the training waits for it,
 * in between it draws what is new by a timer, and the training waits for nothing.
 */
final class TrainingPanels implements TrainingObserver {
    private static final Logger LOG = Logger.getLogger(TrainingPanels.class.getName());
    private static final long REST_MILLIS = 250;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "percolate-panel");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Sweep, DisplayHandle> sweeps = Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<Run, Shown> shown = Collections.synchronizedMap(new IdentityHashMap<>());

    /** A panel and what keeps it fresh. */
    private record Shown(LivePanel panel, Future<?> refreshing) {}

    @Override
    public void started(Run run) {
        var panel = new LivePanel(run, timer);
        var refreshing =
                timer.scheduleWithFixedDelay(() -> refresh(panel), REST_MILLIS, REST_MILLIS, TimeUnit.MILLISECONDS);
        shown.put(run, new Shown(panel, refreshing));
    }

    @Override
    public void progressed(Run run) {
        var watched = shown.get(run);
        if (watched != null) {
            watched.panel.progressed();
        }
    }

    @Override
    public void ended(Run run) {
        var watched = shown.remove(run);
        if (watched != null) {
            watched.refreshing.cancel(false);
            watched.panel.end();
        }
    }

    /** One table for all of a sweep, which has a row more each time. */
    @Override
    public void swept(Sweep sweep) {
        var table = SweepTable.of(sweep);
        var known = sweeps.get(sweep);
        if (known == null) {
            sweeps.put(sweep, Display.display(table));
        } else {
            known.update(table);
        }
        if (sweep.isFinished()) {
            sweeps.remove(sweep);
        }
    }

    /** A drawing that fails, as without any font, must not end the timer: the next one may succeed. */
    private static void refresh(LivePanel panel) {
        try {
            panel.refresh();
        } catch (RuntimeException | LinkageError | InternalError e) {
            LOG.log(Level.WARNING, "the training panel could not be drawn", e);
        }
    }
}

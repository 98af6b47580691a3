package percolate.plotting.notebook;

import percolate.Run;
import percolate.kernel.api.Display;
import percolate.kernel.api.DisplayHandle;
import percolate.kernel.api.MimeBundle;

/** The panel of one training on the page: drawn at once, drawn anew when told to, and a last time at the end. */
final class LivePanel {
    /** Drawing takes at most a ninth of one processor from the training, also on a slow machine. */
    private static final int REST_PER_DRAWING = 8;

    private final Run run;
    private final Samples samples = new Samples();
    private final DisplayHandle handle;
    private volatile boolean outdated;
    private boolean ended;
    private long restUntil = System.nanoTime();

    LivePanel(Run run) {
        this.run = run;
        this.handle = Display.display(bundle());
    }

    /** Called on the training thread: notes where the training stands, and draws nothing. */
    void progressed() {
        run.progress().ifPresent(samples::add);
        outdated = true;
    }

    /** Draws the newest state if there is one, the training still runs, and the last drawing is long enough ago. */
    synchronized void refresh() {
        long start = System.nanoTime();
        if (outdated && !ended && start - restUntil >= 0) {
            outdated = false;
            handle.update(bundle());
            long end = System.nanoTime();
            restUntil = end + REST_PER_DRAWING * (end - start);
        }
    }

    /** Draws the final state; nothing is drawn after it. */
    synchronized void end() {
        ended = true;
        handle.update(bundle());
    }

    private MimeBundle bundle() {
        return PictureBundle.of(RunPanel.of(run, samples.all()))
                .with(MimeBundle.TEXT, RunWords.state(run) + " · " + RunWords.caption(run));
    }
}

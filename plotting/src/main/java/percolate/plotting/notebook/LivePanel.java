package percolate.plotting.notebook;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.Run;
import percolate.kernel.api.Display;
import percolate.kernel.api.DisplayHandle;
import percolate.kernel.api.MimeBundle;

/** The panel of one training on the page: drawn at once, drawn anew when told to, and a last time at the end. */
final class LivePanel {
    /** Drawing takes at most a thirty-third of one processor from the training, also on a slow machine. */
    private static final int PERIOD_PER_DRAWING = 33;
    /** A page, and the server before it, gets no more characters than this. */
    private static final long MOST_PER_SECOND = 150_000;

    private static final Logger LOG = Logger.getLogger(LivePanel.class.getName());

    private final Run run;
    private final Samples samples = new Samples();
    private final ExecutorService artist;
    private final DisplayHandle handle;
    private volatile boolean outdated;
    private boolean ended;
    private long restUntil = System.nanoTime();

    /** @param artist draws; Java2D swallows an interrupt while it starts, which must not be one of the training's */
    LivePanel(Run run, ExecutorService artist) {
        this.run = run;
        this.artist = artist;
        this.handle = Display.display(drawn());
    }

    /** Called on the training thread: notes where the training stands, and draws nothing. */
    void progressed() {
        run.progress().ifPresent(samples::add);
        outdated = true;
    }

    /** Called by the artist: draws what is new while the training runs, if the last drawing is long enough ago. */
    synchronized void refresh() {
        long start = System.nanoTime();
        // The final state is the end's to show.
        boolean running = !ended && run.state() == Run.State.RUNNING;
        if (outdated && running && start - restUntil >= 0) {
            outdated = false;
            var bundle = bundle();
            handle.update(bundle);
            restUntil = start + Math.max(PERIOD_PER_DRAWING * (System.nanoTime() - start), sending(bundle));
        }
    }

    /** How long a bundle takes of what may be sent, in nanoseconds. */
    private static long sending(MimeBundle bundle) {
        long size = bundle.data().values().stream()
                .mapToLong(part -> part.toString().length())
                .sum();
        return size * 1_000_000_000L / MOST_PER_SECOND;
    }

    /** Shows the final state; nothing is drawn after it. */
    void end() {
        synchronized (this) {
            ended = true;
        }
        handle.update(drawn());
    }

    /** Waits for the artist, keeping an interrupt for the training. */
    private MimeBundle drawn() {
        var drawing = artist.submit(this::bundle);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return drawing.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    LOG.log(Level.WARNING, "the training panel could not be drawn", e.getCause());
                    return words();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private MimeBundle bundle() {
        var picture = PictureBundle.of(RunPanel.of(run, samples.all()));
        return picture.with(MimeBundle.TEXT, words().data().get(MimeBundle.TEXT));
    }

    /** The line above the curves, which is all that is shown where nothing can be drawn, as without any font. */
    private MimeBundle words() {
        return MimeBundle.text(RunWords.state(run) + " · " + RunWords.caption(run));
    }
}

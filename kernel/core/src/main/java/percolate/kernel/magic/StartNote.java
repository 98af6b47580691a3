package percolate.kernel.magic;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import percolate.kernel.language.Notation;

/** Tells a cell's reader that its language is starting, if that takes longer than one waits without a word. */
final class StartNote implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private final CountDownLatch started = new CountDownLatch(1);
    private final String sentence;

    private StartNote(Notation language) {
        sentence = language.title() + " starts; from then on its cells run at once";
    }

    /** The thread that waits belongs to the cell of the thread that calls this, as all do that a cell starts. */
    static StartNote of(Notation language) {
        var note = new StartNote(language);
        var thread = new Thread(note, "percolate-start-note");
        thread.setDaemon(true);
        thread.start();
        return note;
    }

    @Override
    public void run() {
        try {
            if (!started.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                System.out.println(sentence); // no mistake of anyone's, so not in red
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody waits any longer
        }
    }

    /** It has started, or will not. */
    void done() {
        started.countDown();
    }
}

package percolate.kernel.traceback;

import java.lang.Thread.UncaughtExceptionHandler;
import percolate.kernel.cells.CellStopped;
import percolate.kernel.language.Languages;

/**
 * Says on the error stream, in the form of a cell's own exceptions, what ends threads that cells have started, with the
 * places in cells of all languages; until it is closed. There is one at a time in a process.
 */
public final class ThreadEnds implements UncaughtExceptionHandler, AutoCloseable {
    private final Languages languages;
    private final UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    private ThreadEnds(Languages languages) {
        this.languages = languages;
    }

    /** From now on the ends of threads are told. */
    public static ThreadEnds told(Languages languages) {
        var ends = new ThreadEnds(languages);
        Thread.setDefaultUncaughtExceptionHandler(ends);
        return ends;
    }

    /** One that was stopped needs no words. */
    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (!(thrown instanceof CellStopped)) {
            var frames = languages.frames();
            var lines = new Traceback(frames, languages::hint).lines(Thrown.of(thrown, frames));
            System.err.println("the thread " + thread.getName() + " ended with " + String.join("\n", lines));
        }
    }

    /** Whoever was told before is told again, unless a cell has put in a handler of its own. */
    @Override
    public void close() {
        if (Thread.getDefaultUncaughtExceptionHandler() == this) {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}

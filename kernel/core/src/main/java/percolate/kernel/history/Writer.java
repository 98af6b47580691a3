package percolate.kernel.history;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The thread that writes the history: in order, without keeping the process alive, dropping what comes after its end. */
final class Writer {
    private static final int SECONDS = 2;

    private Writer() {}

    static ThreadPoolExecutor thread() {
        var pool = new ThreadPoolExecutor(
                1, 1, SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Writer::daemon, Writer::drop);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(null, work, "percolate-history", 0, false); // inherits nothing of the cell that runs
        thread.setDaemon(true);
        return thread;
    }

    private static void drop(Runnable work, ThreadPoolExecutor pool) {
        // The session is over.
    }

    /** Lets the thread do what waits, at most for a while. */
    static void finish(ThreadPoolExecutor pool) {
        pool.shutdown();
        try {
            var unused = pool.awaitTermination(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

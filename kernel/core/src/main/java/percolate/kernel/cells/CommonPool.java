package percolate.kernel.cells;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;

/** The common pool: its threads run the parallel streams of all cells, so what they do is the running cell's. */
public final class CommonPool {
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long PAUSE_MILLIS = 2;

    private CommonPool() {}

    /** Whether a thread is one of its workers. */
    public static boolean runs(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }

    /**
     * Waits, at most for a moment, until the workers have left what a stopped cell gave them: tasks that still wait in
     * their queues start after the stream itself has failed.
     */
    static void settle() {
        var end = System.nanoTime() + PATIENCE_NANOS;
        while (isBusy() && System.nanoTime() < end) {
            Thread.getAllStackTraces().keySet().stream()
                    .filter(CommonPool::runs)
                    .forEach(Thread::interrupt);
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                // A second wish to stop changes nothing.
            }
        }
    }

    private static boolean isBusy() {
        var pool = ForkJoinPool.commonPool();
        return !pool.isQuiescent() || pool.hasQueuedSubmissions();
    }
}

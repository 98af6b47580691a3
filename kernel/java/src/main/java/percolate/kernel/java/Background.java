package percolate.kernel.java;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A thread for questions that may take longer than the one who asks will wait; it ends while nobody asks. */
final class Background {
    private static final int IDLE_SECONDS = 10;
    private final ExecutorService thread;

    Background(String name) {
        var pool = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> daemon(name, task));
        pool.allowCoreThreadTimeOut(true);
        thread = pool;
    }

    private static Thread daemon(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    <T> Future<T> submit(Callable<T> question) {
        return thread.submit(question);
    }

    void close() {
        thread.shutdown();
    }
}

package percolate.kernel.session;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The kernel's own threads: named, no reason for the process to go on, and belonging to no cell. After a shutdown, further
 * tasks are dropped: nobody listens any more.
 */
final class Threads {
    private static final long DEEP_STACK_BYTES = 64L << 20;

    private Threads() {}

    /** At most {@code count} threads that run tasks in the order of their coming and go when there are none. */
    static ExecutorService pool(String name, int count, CurrentCell cells, ClassLoader context) {
        var pool = new ThreadPoolExecutor(
                count,
                count,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                factory(name, cells, context),
                new ThreadPoolExecutor.DiscardPolicy());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** One thread that runs tasks later. */
    static ScheduledExecutorService timer(String name, CurrentCell cells) {
        return new ScheduledThreadPoolExecutor(
                1, factory(name, cells, Threads.class.getClassLoader()), new ThreadPoolExecutor.DiscardPolicy());
    }

    static Thread thread(String name, CurrentCell cells, ClassLoader context, Runnable task) {
        return thread(name, cells, context, task, 0);
    }

    /** A thread for cells: the compiler recurses as deep as their expressions nest. */
    static Thread deep(String name, CurrentCell cells, ClassLoader context, Runnable task) {
        return thread(name, cells, context, task, DEEP_STACK_BYTES);
    }

    private static Thread thread(String name, CurrentCell cells, ClassLoader context, Runnable task, long stackBytes) {
        var thread = new Thread(
                null,
                () -> {
                    cells.belongToNone();
                    task.run();
                },
                name,
                stackBytes);
        thread.setDaemon(true);
        thread.setContextClassLoader(context);
        return thread;
    }

    private static ThreadFactory factory(String name, CurrentCell cells, ClassLoader context) {
        var number = new AtomicInteger();
        return task -> thread(name + "-" + number.incrementAndGet(), cells, context, task);
    }
}

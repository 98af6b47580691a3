package percolate.sweep;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Tasks on some threads, whose results one thread takes as they come. */
final class Workers {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Workers() {}

    /**
     * Comes back when all have ended. An interrupt reaches those that run, drops those that wait, and is left set.
     *
     * @param tasks each gives a result, or nothing where it was interrupted
     */
    static <T> void each(int parallel, List<Callable<Optional<T>>> tasks, Consumer<T> consumer) {
        var threads = Executors.newFixedThreadPool(parallel, Workers::thread);
        try {
            var ending = new ExecutorCompletionService<Optional<T>>(threads);
            tasks.forEach(ending::submit);
            take(threads, ending, tasks.size(), consumer);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "percolate-sweep-" + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    private static <T> void take(
            ExecutorService threads, CompletionService<Optional<T>> ending, int count, Consumer<T> consumer) {
        int left = count;
        boolean interrupted = false;
        while (left > 0) {
            try {
                var next = ending.take();
                left--;
                result(next).ifPresent(consumer);
            } catch (InterruptedException e) {
                interrupted = true;
                left -= threads.shutdownNow().size();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T result(Future<T> ended) throws InterruptedException {
        try {
            return ended.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}

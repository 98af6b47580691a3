package percolate.kernel.dependency;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work on a thread of its own, so that an interrupt ends the waiting at once though a socket may still be read. The
 * thread finds services among the kernel's own libraries.
 */
final class Background {
    private Background() {}

    /** The work's result; {@code cancel} is called if the calling thread is interrupted. */
    static <T> T await(String name, Callable<T> work, Runnable cancel) throws InterruptedException {
        var task = new FutureTask<>(work);
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Background.class.getClassLoader());
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            cancel.run();
            thread.interrupt();
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException own
                    ? own
                    : new ResolutionException("Maven's resolver failed with " + e.getCause(), e.getCause());
        }
    }
}

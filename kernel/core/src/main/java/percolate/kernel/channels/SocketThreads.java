package percolate.kernel.channels;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import zmq.util.function.BiFunction;

/**
 * Makes the threads of the sockets' library. Cells that fill the heap take it from these too, and one that ended would
 * leave the kernel deaf: where memory is missing they begin their loop anew, which keeps what it works on in its fields.
 */
final class SocketThreads implements BiFunction<Runnable, String, Thread> {
    private static final Logger LOG = Logger.getLogger(SocketThreads.class.getName());
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    @Override
    public Thread apply(Runnable loop, String name) {
        var thread = new Thread(() -> goOn(loop), name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(
                (where, e) -> LOG.log(Level.SEVERE, name + " failed; restart the kernel", e));
        return thread;
    }

    private static void goOn(Runnable loop) {
        while (!endsByItself(loop)) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static boolean endsByItself(Runnable loop) {
        try {
            loop.run();
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }
}

package percolate.kernel.java;

import java.util.concurrent.CountDownLatch;

/**
 * When JShell lists all packages of the JDK and the class path, which takes a processor a quarter of a second: not while
 * the session starts, but when a completion first asks for it.
 */
final class Indexing {
    private final CountDownLatch wanted = new CountDownLatch(1);

    void begin() {
        wanted.countDown();
    }

    /** Waits until the list is wanted; a thread that is interrupted goes on. */
    void await() {
        try {
            wanted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

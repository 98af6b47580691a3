package percolate.kernel.cells;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Goes on interrupting the threads of cells that are to stop, for code may swallow the first interrupt and wait again;
 * after a second it tells of those that still run. Ends with the last of them.
 */
final class Insistence implements Runnable {
    private static final int PAUSE_MILLIS = 50;
    private static final int TELL_AFTER_MILLIS = 1000;

    private final Supplier<List<Thread>> stubborn;
    private final Consumer<Thread> teller;

    /** @param stubborn interrupts the threads whose cells are to stop and have not yet, and names them */
    Insistence(Supplier<List<Thread>> stubborn, Consumer<Thread> teller) {
        this.stubborn = stubborn;
        this.teller = teller;
    }

    void start() {
        var thread = new Thread(this, "percolate-interrupt");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            var left = stubborn.get();
            for (var millis = 0; !left.isEmpty(); millis += PAUSE_MILLIS) {
                if (millis == TELL_AFTER_MILLIS) {
                    left.forEach(teller);
                }
                Thread.sleep(PAUSE_MILLIS);
                left = stubborn.get();
            }
        } catch (InterruptedException e) {
            // Nobody but the end of the process interrupts this thread.
        }
    }
}

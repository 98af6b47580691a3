package percolate.kernel.session;

import java.util.concurrent.TimeUnit;

/**
 * How fast a cell may print: half a megabyte at once, then so much a second. A front end that gets more, as from an endless
 * loop that prints, no longer answers, not even to a click on Stop.
 */
final class PrintingPace {
    static final int BURST_BYTES = 500_000;
    static final int BYTES_PER_SECOND = 200_000;
    private static final long SHORTEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final double NANOS_PER_BYTE = (double) TimeUnit.SECONDS.toNanos(1) / BYTES_PER_SECOND;

    private double allowed = BURST_BYTES;
    private long since;

    PrintingPace(long now) {
        since = now;
    }

    /** Waits until so many bytes more are no flood; an interrupt ends the wait and stays set. */
    void spend(int bytes) {
        long wait = spend(bytes, System.nanoTime());
        if (wait >= SHORTEST_WAIT_NANOS) {
            try {
                TimeUnit.NANOSECONDS.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** @return the nanoseconds to wait before printing on */
    synchronized long spend(int bytes, long now) {
        allowed = Math.min(BURST_BYTES, allowed + (now - since) / NANOS_PER_BYTE) - bytes;
        since = now;
        return allowed >= 0 ? 0 : (long) (-allowed * NANOS_PER_BYTE);
    }
}

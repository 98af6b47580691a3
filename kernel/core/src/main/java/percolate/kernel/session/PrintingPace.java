package percolate.kernel.session;

import java.util.concurrent.TimeUnit;
import percolate.kernel.protocol.Broadcast;
import percolate.kernel.protocol.StreamOutput;

/**
 * How fast a cell may print: a megabyte and a half at once, then so much a second. A Jupyter server drops what goes beyond
 * 3 MB of stream messages, or 3,000 messages of any kind, within 3 seconds of a cell (it starts anew at each idle); and a
 * front end that gets as much for long, as from an endless loop that prints, no longer answers, not even to a click on Stop.
 * At most {@code BURST + 3 s · RATE} = 2.5 MB, the last message beyond that, and 2,500 messages go out in 3 seconds.
 *
 * @see <a href="https://jupyter-server.readthedocs.io/en/latest/other/full-config.html">iopub_data_rate_limit</a>
 */
final class PrintingPace {
    static final int BURST_BYTES = 1_600_000;
    static final int BYTES_PER_SECOND = 300_000;

    /** What any message costs at least, which bounds their number. */
    static final int LEAST_BYTES = 1_000;

    static final String NOTE = "(from here on this cell prints at most " + BYTES_PER_SECOND / 1000
            + " kB a second, for a Jupyter server drops what comes faster; print less, or into a file)";
    private static final long SHORTEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final double NANOS_PER_BYTE = (double) TimeUnit.SECONDS.toNanos(1) / BYTES_PER_SECOND;

    private double allowed = BURST_BYTES;
    private long since;
    private volatile boolean exceeded;

    PrintingPace(long now) {
        since = now;
    }

    /** Counts a message that was sent; the bytes of what is no printed text do not count with a server. */
    void sent(int bytes, Broadcast content) {
        sent(content instanceof StreamOutput ? Math.max(bytes, LEAST_BYTES) : LEAST_BYTES, System.nanoTime());
    }

    synchronized void sent(int bytes, long now) {
        refill(now);
        allowed -= bytes;
        exceeded = allowed < 0;
    }

    /** Whether who prints has to wait; cheap enough to ask at each print. */
    boolean isExceeded() {
        return exceeded;
    }

    /** Waits until what was sent is no flood any more; an interrupt ends the wait and stays set. */
    void await() {
        var wait = remaining(System.nanoTime());
        if (wait >= SHORTEST_WAIT_NANOS) {
            try {
                TimeUnit.NANOSECONDS.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** @return the nanoseconds to wait before printing on */
    synchronized long remaining(long now) {
        refill(now);
        exceeded = allowed < 0;
        return exceeded ? (long) (-allowed * NANOS_PER_BYTE) : 0;
    }

    private void refill(long now) {
        allowed = Math.min(BURST_BYTES, allowed + (now - since) / NANOS_PER_BYTE);
        since = now;
    }
}

package percolate.kernel.session;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import percolate.kernel.cells.Interruption;
import percolate.kernel.protocol.Broadcast;
import percolate.kernel.protocol.StreamOutput;

/**
 * What one cell shows, in the order in which it shows it. Printed text is gathered for a moment, so that a thousand lines
 * are not a thousand messages, and goes out before anything else of the cell does.
 */
final class CellOutput {
    private static final int DELAY_MILLIS = 40;
    private static final int ENOUGH_BYTES = 1 << 16;

    private final Consumer<Broadcast> publisher;
    private final boolean silent;
    private final ScheduledExecutorService timer;
    private final Map<PrintedStream, Utf8Buffer> printed = new EnumMap<>(PrintedStream.class);
    private final PrintingPace pace = new PrintingPace(System.nanoTime());
    private PrintedStream current = PrintedStream.STDOUT;
    private boolean flushComes;
    private volatile boolean ended;

    /**
     * @param publisher sends to all front ends
     * @param silent sends nothing at all
     */
    CellOutput(Consumer<Broadcast> publisher, boolean silent, ScheduledExecutorService timer) {
        this.publisher = publisher;
        this.silent = silent;
        this.timer = timer;
        for (var stream : PrintedStream.values()) {
            printed.put(stream, new Utf8Buffer());
        }
    }

    /**
     * Prints, and makes the caller wait where it floods the front end. What a stopped cell has still to print is dropped:
     * one call may print more than the front end shows in an hour.
     */
    void print(PrintedStream stream, byte[] bytes, int offset, int length) {
        if (Interruption.stopped()) {
            return;
        }
        gather(stream, bytes, offset, length);
        pace.spend(length);
    }

    private synchronized void gather(PrintedStream stream, byte[] bytes, int offset, int length) {
        if (stream != current) {
            flush();
            current = stream;
        }
        var buffer = printed.get(stream);
        buffer.append(bytes, offset, length);
        if (buffer.size() >= ENOUGH_BYTES) {
            flush();
        } else if (!flushComes) {
            flushComes = true;
            var unused = timer.schedule(this::flushInTime, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Sends anything but printed text, after what was printed before. */
    synchronized void publish(Broadcast content) {
        flush();
        send(content);
    }

    /** Sends what was printed; what comes after this is sent as well, from threads that outlive the cell. */
    void end() {
        flush();
        ended = true;
    }

    boolean silent() {
        return silent;
    }

    boolean ended() {
        return ended;
    }

    /** Sends what was printed. */
    synchronized void flush() {
        var text = printed.get(current).takeWholeCharacters();
        if (!text.isEmpty()) {
            send(new StreamOutput(current.protocolName(), text));
        }
    }

    private void send(Broadcast content) {
        if (!silent) {
            publisher.accept(content);
        }
    }

    private synchronized void flushInTime() {
        flushComes = false;
        flush();
    }
}

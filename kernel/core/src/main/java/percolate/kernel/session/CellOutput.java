package percolate.kernel.session;

import com.google.gson.JsonObject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import percolate.kernel.cells.Interruption;
import percolate.kernel.protocol.Broadcast;
import percolate.kernel.protocol.DisplayData;
import percolate.kernel.protocol.InputRequest;
import percolate.kernel.protocol.StreamOutput;

/**
 * What one cell shows, in the order in which it shows it. Printed text is gathered for a moment, so that a thousand lines
 * are not a thousand messages, and goes out before anything else of the cell does.
 */
final class CellOutput {
    private static final int DELAY_MILLIS = 40;

    /** Of a cell that is slowed down: many pieces a second keep a front end drawing, and it answers no click. */
    private static final int SLOWED_DELAY_MILLIS = 1000;

    private static final int ENOUGH_BYTES = 1 << 18;

    /** Front ends draw a text anew with each piece that comes, which takes a second for a megabyte; so begin another. */
    private static final int LONGEST_AREA = 200_000;

    /** Shows nothing, but what is printed after it is not joined to what was before. */
    private static final DisplayData BREAK = new DisplayData("break", new JsonObject(), new JsonObject());

    private final Audience audience;
    private final boolean silent;
    private final ScheduledExecutorService timer;
    private final Map<PrintedStream, Utf8Buffer> printed = new EnumMap<>(PrintedStream.class);
    private final PrintingPace pace = new PrintingPace(System.nanoTime());
    private PrintedStream current = PrintedStream.STDOUT;
    private int areaCharacters;
    private boolean flushComes;
    private boolean slowed;
    private volatile boolean ended;
    private volatile Optional<JsonObject> page = Optional.empty();

    /** @param silent sends nothing but what is no output */
    CellOutput(Audience audience, boolean silent, ScheduledExecutorService timer) {
        this.audience = audience;
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
        if (pace.isExceeded()) {
            slowDown();
        }
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
            var delay = pace.isExceeded() ? SLOWED_DELAY_MILLIS : DELAY_MILLIS;
            var unused = timer.schedule(this::flushInTime, delay, TimeUnit.MILLISECONDS);
        }
    }

    /** Waits outside of the lock, so that other threads and the timer go on. */
    private void slowDown() {
        synchronized (this) {
            if (!slowed && !silent) {
                slowed = true;
                publish(new StreamOutput(PrintedStream.STDERR.protocolName(), PrintingPace.NOTE + "\n"));
            }
        }
        pace.await();
    }

    /** Sends anything but printed text, after what was printed before. */
    synchronized void publish(Broadcast content) {
        flush();
        send(content);
    }

    /** Sends what is no output of the cell, a comm's message say, after what was printed before; silent cells send it too. */
    synchronized void tell(Broadcast content) {
        flush();
        pace.sent(audience.publish(content), content);
    }

    /** Asks the user; where a line of output waits to be ended, it becomes the question. */
    synchronized Optional<String> ask(InputRequest question) {
        var begun = question.prompt().isEmpty() && current == PrintedStream.STDOUT ? unendedLine() : "";
        flush();
        return audience.ask(begun.isEmpty() ? question : new InputRequest(begun, question.password()));
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

    /** From now on this is what the cell wants to be shown in a pager. */
    void page(JsonObject data) {
        page = Optional.of(data);
    }

    Optional<JsonObject> page() {
        return page;
    }

    /** Sends what was printed. */
    synchronized void flush() {
        sendPrinted(printed.get(current).takeWholeCharacters());
    }

    /** Sends the whole lines that were printed and takes the rest. */
    private String unendedLine() {
        var text = printed.get(current).takeWholeCharacters();
        var lines = text.lastIndexOf('\n') + 1;
        sendPrinted(text.substring(0, lines));
        return text.substring(lines);
    }

    private void sendPrinted(String text) {
        if (!text.isEmpty()) {
            if (areaCharacters > 0 && areaCharacters + text.length() > LONGEST_AREA) {
                send(BREAK);
            }
            send(new StreamOutput(current.protocolName(), text));
        }
    }

    private void send(Broadcast content) {
        if (!silent) {
            pace.sent(audience.publish(content), content);
            areaCharacters = content instanceof StreamOutput stream
                    ? areaCharacters + stream.text().length()
                    : 0;
        }
    }

    private synchronized void flushInTime() {
        flushComes = false;
        flush();
    }
}

package percolate.kernel.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.zeromq.ZMQ.Socket;

/**
 * What waits to be sent. Any thread may add, without waiting and whatever its interrupt flag says; one thread of its own
 * hands over to the thread that owns the sockets.
 */
final class Outbox implements Runnable {
    private static final List<byte[]> END = List.of(new byte[0]);

    private final LinkedBlockingQueue<List<byte[]>> waiting = new LinkedBlockingQueue<>();
    private final Socket handover;
    private final Spare spare = new Spare();
    private volatile boolean closed;

    /** @param handover the sending side of the pair; this outbox closes it at the end */
    Outbox(Socket handover) {
        this.handover = handover;
    }

    /** Adds a message; one that comes after the end is dropped, for nobody listens any more. */
    void add(Channel channel, List<byte[]> frames) {
        if (!closed) {
            var marked = new ArrayList<byte[]>(frames.size() + 1);
            marked.add(channel.name().getBytes(UTF_8));
            marked.addAll(frames);
            waiting.add(marked);
        }
    }

    /** Ends both threads after all that was added before. */
    void end() {
        closed = true;
        waiting.add(END);
    }

    /** Where handed-over frames go: their first names the channel; empty at the end. */
    static Optional<Channel> destination(List<byte[]> frames) {
        var mark = new String(frames.get(0), UTF_8);
        return mark.isEmpty() ? Optional.empty() : Optional.of(Channel.valueOf(mark));
    }

    @Override
    public void run() {
        try (handover) {
            while (handOverNext()) {}
        }
    }

    /** Hands one message over; false after the last. */
    private boolean handOverNext() {
        try {
            var next = waiting.take();
            Frames.send(handover, next, spare);
            return destination(next).isPresent();
        } catch (InterruptedException | OutOfMemoryError e) {
            return true; // a cell interrupts whatever thread it finds, or fills the heap; only the end ends this one
        }
    }
}

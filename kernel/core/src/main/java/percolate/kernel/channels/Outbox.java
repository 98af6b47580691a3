package percolate.kernel.channels;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.zeromq.ZMQ.Socket;

/**
 * What waits to be sent. Any thread may add, without waiting and whatever its interrupt flag says; one thread of its own
 * hands over to the thread that owns the sockets.
 */
final class Outbox implements Runnable {
    private static final Outgoing END = new Outgoing(Channel.IOPUB, List.of());

    /** The frame before the others: the channel's number, or this at the end. */
    static final byte END_MARK = -1;

    private final LinkedBlockingQueue<Outgoing> waiting = new LinkedBlockingQueue<>();
    private final Socket handover;

    /** @param handover the sending side of the pair; this outbox closes it at the end */
    Outbox(Socket handover) {
        this.handover = handover;
    }

    private record Outgoing(Channel channel, List<byte[]> frames) {}

    void add(Channel channel, List<byte[]> frames) {
        waiting.add(new Outgoing(channel, frames));
    }

    /** Ends both threads after all that was added before. */
    void end() {
        waiting.add(END);
    }

    @Override
    public void run() {
        try {
            for (var next = waiting.take(); next != END; next = waiting.take()) {
                send(next);
            }
            handover.send(new byte[] {END_MARK});
        } catch (InterruptedException e) {
            throw new IllegalStateException("outbox: nobody else knows this thread, yet it was interrupted", e);
        } finally {
            handover.close();
        }
    }

    private void send(Outgoing next) {
        handover.sendMore(new byte[] {(byte) next.channel().ordinal()});
        Frames.send(handover, next.frames());
    }
}

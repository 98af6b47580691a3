package percolate.kernel.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zeromq.ZMQ.Socket;
import percolate.kernel.protocol.IopubWelcome;
import percolate.kernel.protocol.Message;
import percolate.kernel.protocol.ProtocolException;
import percolate.kernel.protocol.Wire;

/** Owns the sockets: waits without a time limit until one has something, and moves that on. */
final class Poller implements Runnable {
    private static final byte SUBSCRIBED = 1;

    /** Control first, so that an interrupt overtakes a flood of cells. */
    private static final List<Channel> ORDER = List.of(Channel.CONTROL, Channel.STDIN, Channel.SHELL, Channel.IOPUB);

    private final Sockets sockets;
    private final Socket handover;
    private final Wire wire;
    private final String session;
    private final Receiver receiver;
    private final Dropped dropped = new Dropped();
    private final Spare spare = new Spare();

    Poller(Sockets sockets, Socket handover, Wire wire, String session, Receiver receiver) {
        this.sockets = sockets;
        this.handover = handover;
        this.wire = wire;
        this.session = session;
        this.receiver = receiver;
    }

    @Override
    public void run() {
        try (var readiness = new Readiness(all())) {
            var open = true;
            while (open) {
                open = moveOn(readiness);
            }
        } finally {
            sockets.channels().values().forEach(Socket::close);
            handover.close();
        }
    }

    private List<Socket> all() {
        var all = new ArrayList<Socket>();
        ORDER.forEach(channel -> all.add(socket(channel)));
        all.add(handover);
        return all;
    }

    /** Waits, then moves on what has come; false at the end. A full heap loses a message, never the thread. */
    private boolean moveOn(Readiness readiness) {
        try {
            readiness.await();
            for (var channel : ORDER) {
                if (Readiness.hasSome(socket(channel))) {
                    receive(channel);
                }
            }
            return !Readiness.hasSome(handover) || forward();
        } catch (OutOfMemoryError e) {
            return true;
        }
    }

    private Socket socket(Channel channel) {
        return sockets.channels().get(channel);
    }

    private void receive(Channel channel) {
        var frames = Frames.receive(socket(channel));
        spare.use(() -> handle(channel, frames));
    }

    private void handle(Channel channel, List<byte[]> frames) {
        try {
            if (channel == Channel.IOPUB) {
                subscription(frames.get(0));
            } else {
                receiver.received(channel, wire.decode(frames));
            }
        } catch (ProtocolException e) {
            dropped.log(channel, e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            dropped.log(channel, e.toString());
        }
    }

    private void subscription(byte[] frame) {
        if (frame.length > 0 && frame[0] == SUBSCRIBED) {
            var topic = Arrays.copyOfRange(frame, 1, frame.length);
            var welcome = new IopubWelcome(new String(topic, UTF_8));
            Frames.send(
                    socket(Channel.IOPUB),
                    wire.encode(Message.now(session, List.of(topic), Optional.empty(), welcome)));
        }
    }

    /** Sends what another thread handed over; false at the end. */
    private boolean forward() {
        var frames = Frames.receive(handover);
        var channel = Outbox.destination(frames);
        channel.ifPresent(to -> Frames.send(socket(to), frames.subList(1, frames.size()), spare));
        return channel.isPresent();
    }
}

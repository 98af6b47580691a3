package percolate.kernel.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQ.Socket;
import percolate.kernel.protocol.Broadcast;
import percolate.kernel.protocol.ConnectionInfo;
import percolate.kernel.protocol.Content;
import percolate.kernel.protocol.Header;
import percolate.kernel.protocol.Message;
import percolate.kernel.protocol.ProtocolException;
import percolate.kernel.protocol.Wire;

/** The open channels of a kernel. Every method may be called from any thread. */
public final class Channels implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Channels.class.getName());
    private static final String HANDOVER = "inproc://outbox";

    private final ZMQ.Context context = context();
    private final String session = UUID.randomUUID().toString();
    private final Wire wire;
    private final Outbox outbox;
    private final Sockets sockets;
    private final Socket taking;
    private final List<Thread> threads = new ArrayList<>();

    private Channels(ConnectionInfo wanted) {
        wire = new Wire(wanted);
        sockets = bind(wanted);
        taking = context.socket(SocketType.PULL);
        taking.bind(HANDOVER);
        var giving = context.socket(SocketType.PUSH);
        giving.connect(HANDOVER);
        outbox = new Outbox(giving);
    }

    /**
     * Binds the sockets and starts to listen.
     *
     * @param receiver makes what takes the messages; it may answer through the channels it is given
     * @throws ProtocolException if a port is taken or the signature scheme is unknown
     */
    public static Channels open(ConnectionInfo connection, Function<Channels, Receiver> receiver) {
        var channels = new Channels(connection);
        channels.listen(receiver.apply(channels));
        return channels;
    }

    private void listen(Receiver receiver) {
        start("percolate-sockets", new Poller(sockets, taking, wire, session, receiver));
        start("percolate-outbox", outbox);
        start("percolate-heartbeat", new Heartbeat(sockets.heartbeat()));
    }

    /** Where the sockets are bound, with the ports that the system chose where 0 was asked for. */
    public ConnectionInfo connection() {
        return sockets.connection();
    }

    /** Answers a message, or asks back, on one channel; returns the header of what was sent. */
    public Header send(Channel channel, Message<?> to, Content content) {
        var message = Message.now(session, to.identities(), Optional.of(to.header()), content);
        outbox.add(channel, wire.encode(message));
        return message.header();
    }

    /** Tells all front ends; returns how many bytes that took. */
    public int publish(Optional<Header> parent, Broadcast content) {
        var topic = List.of(content.type().getBytes(UTF_8));
        var frames = wire.encode(Message.now(session, topic, parent, content));
        outbox.add(Channel.IOPUB, frames);
        var bytes = 0;
        for (var frame : frames) {
            bytes += frame.length;
        }
        return bytes;
    }

    /** Sends what waits, at most for a second, and closes the sockets. */
    @Override
    public void close() {
        outbox.end();
        var untilSent = threads.subList(0, 2);
        untilSent.forEach(Channels::join);
        context.term(); // which ends the heartbeat
        threads.forEach(Channels::join);
    }

    private static ZMQ.Context context() {
        var context = ZMQ.context(1);
        context.setThreadFactor(new SocketThreads());
        return context;
    }

    private Sockets bind(ConnectionInfo wanted) {
        try {
            return Sockets.bind(context, wanted);
        } catch (ProtocolException e) {
            context.term();
            throw e;
        }
    }

    private void start(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(
                (where, e) -> LOG.log(Level.SEVERE, name + " failed; restart the kernel", e));
        thread.start();
        threads.add(thread);
    }

    private static void join(Thread thread) {
        var interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

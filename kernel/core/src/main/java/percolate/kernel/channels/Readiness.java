package percolate.kernel.channels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import org.zeromq.ZMQ;
import org.zeromq.ZMQ.Socket;

/**
 * Waits until one of several sockets has something to receive; for the thread that owns them.
 *
 * <p>The library's own waiting turns in circles when the thread that sends has written its signal, but lost the processor
 * before it counted that: the waiter then sees a signal and nothing behind it, for as long as its share of the processor
 * lasts. Here it lets the sender go on.
 */
final class Readiness implements AutoCloseable {
    private final List<Socket> sockets;
    private final Selector selector;

    Readiness(List<Socket> sockets) {
        this.sockets = List.copyOf(sockets);
        try {
            selector = Selector.open();
            for (var socket : sockets) {
                socket.getFD().register(selector, SelectionKey.OP_READ);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is something to receive now. */
    static boolean hasSome(Socket socket) {
        return (socket.getEvents() & ZMQ.Poller.POLLIN) != 0;
    }

    /** Returns when one socket has something; an interrupt, which a cell may send to any thread, is forgotten. */
    void await() {
        for (int signals = 0; sockets.stream().noneMatch(Readiness::hasSome); signals = select()) {
            if (signals > 0) {
                Thread.yield();
            }
        }
    }

    private int select() {
        Thread.interrupted();
        try {
            return selector.select(key -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package percolate.kernel.channels;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.ZMQ;
import org.zeromq.ZMQ.Socket;

/** The parts of one ZeroMQ message. */
final class Frames {
    private Frames() {}

    static List<byte[]> receive(Socket socket) {
        var frames = new ArrayList<byte[]>();
        do {
            frames.add(socket.recv());
        } while (socket.hasReceiveMore());
        return frames;
    }

    /** Sends each part again for which there was no memory. */
    static void send(Socket socket, List<byte[]> frames, Spare spare) {
        var last = frames.size() - 1;
        for (var i = 0; i <= last; i++) {
            var frame = frames.get(i);
            var flags = i < last ? ZMQ.SNDMORE : 0;
            spare.use(() -> socket.send(frame, flags));
        }
    }

    static void send(Socket socket, List<byte[]> frames) {
        var last = frames.size() - 1;
        for (var frame : frames.subList(0, last)) {
            socket.sendMore(frame);
        }
        socket.send(frames.get(last));
    }
}

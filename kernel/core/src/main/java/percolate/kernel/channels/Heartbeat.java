package percolate.kernel.channels;

import org.zeromq.ZMQ.Socket;
import org.zeromq.ZMQException;
import zmq.ZError;

/** Sends back what comes, so that a front end knows the kernel lives even while a cell computes. */
final class Heartbeat implements Runnable {
    private final Socket socket;

    Heartbeat(Socket socket) {
        this.socket = socket;
    }

    @Override
    public void run() {
        try {
            while (true) {
                answer();
            }
        } catch (ZMQException e) {
            if (e.getErrorCode() != ZError.ETERM) {
                throw e;
            }
        } finally {
            socket.close();
        }
    }

    private void answer() {
        try {
            Frames.send(socket, Frames.receive(socket));
        } catch (OutOfMemoryError e) {
            // One answer less; the front end asks again.
        }
    }
}

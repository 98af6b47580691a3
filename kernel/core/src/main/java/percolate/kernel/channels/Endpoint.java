package percolate.kernel.channels;

import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZMQException;
import percolate.kernel.protocol.ProtocolException;

/** A socket bound to an address of the connection. */
record Endpoint(Socket socket, int port) {
    private static final int LINGER_MILLIS = 1000;
    private static final int NO_LIMIT = 0;

    /** A frame is held in memory before anyone knows whether its signature is right. */
    private static final long LARGEST_FRAME = Runtime.getRuntime().maxMemory() / 8;

    /**
     * Binds a socket.
     *
     * @param port 0 for any free one
     * @throws ProtocolException if the port is taken
     */
    static Endpoint bind(ZMQ.Context context, SocketType type, String channel, String ip, int port) {
        var socket = context.socket(type);
        socket.setLinger(LINGER_MILLIS);
        socket.setSndHWM(NO_LIMIT);
        socket.setMaxMsgSize(LARGEST_FRAME);
        try {
            socket.bind("tcp://" + ip + ":" + (port == 0 ? "*" : String.valueOf(port)));
        } catch (ZMQException | IllegalArgumentException e) {
            socket.close();
            throw new ProtocolException(
                    "connection: " + channel + ": expected a free address, got " + ip + ":" + port + " ("
                            + e.getMessage() + "); start the kernel again, which then gets another port",
                    e);
        }
        var address = socket.getLastEndpoint();
        return new Endpoint(socket, Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
    }
}

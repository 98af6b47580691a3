package percolate.kernel.channels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQ.Socket;
import percolate.kernel.protocol.ConnectionInfo;

/** The bound sockets of the four channels that carry messages, and of the heartbeat. */
record Sockets(Map<Channel, Socket> channels, Socket heartbeat, ConnectionInfo connection) {

    /** Binds all, or none. */
    static Sockets bind(ZMQ.Context context, ConnectionInfo wanted) {
        var opened = new ArrayList<Socket>();
        try {
            var shell = router(opened, context, "shell", wanted.ip(), wanted.shellPort());
            var control = router(opened, context, "control", wanted.ip(), wanted.controlPort());
            var stdin = router(opened, context, "stdin", wanted.ip(), wanted.stdinPort());
            var iopub = keep(opened, Endpoint.bind(context, SocketType.XPUB, "iopub", wanted.ip(), wanted.iopubPort()));
            iopub.socket().setXpubVerbose(true); // every subscription is welcomed, not only the first to a topic
            var heartbeat = keep(
                    opened, Endpoint.bind(context, SocketType.REP, "heartbeat", wanted.ip(), wanted.heartbeatPort()));
            return new Sockets(
                    Map.of(
                            Channel.SHELL, shell.socket(),
                            Channel.CONTROL, control.socket(),
                            Channel.STDIN, stdin.socket(),
                            Channel.IOPUB, iopub.socket()),
                    heartbeat.socket(),
                    wanted.withPorts(shell.port(), control.port(), stdin.port(), iopub.port(), heartbeat.port()));
        } catch (RuntimeException e) {
            opened.forEach(Socket::close);
            throw e;
        }
    }

    private static Endpoint router(List<Socket> opened, ZMQ.Context context, String name, String ip, int port) {
        var endpoint = keep(opened, Endpoint.bind(context, SocketType.ROUTER, name, ip, port));
        endpoint.socket().setRouterHandover(true); // a front end that reconnects keeps its identity
        return endpoint;
    }

    private static Endpoint keep(List<Socket> opened, Endpoint endpoint) {
        opened.add(endpoint.socket());
        return endpoint;
    }
}

package percolate.kernel.channels;

import java.util.ArrayList;
import java.util.EnumMap;
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
        var opened = new ArrayList<Endpoint>();
        try {
            for (var plan : plans(wanted)) {
                opened.add(Endpoint.bind(context, plan.type(), plan.name(), wanted.ip(), plan.port()));
            }
            return configured(opened, wanted);
        } catch (RuntimeException e) {
            opened.forEach(endpoint -> endpoint.socket().close());
            throw e;
        }
    }

    private record Plan(String name, SocketType type, int port) {}

    private static List<Plan> plans(ConnectionInfo wanted) {
        return List.of(
                new Plan("shell", SocketType.ROUTER, wanted.shellPort()),
                new Plan("control", SocketType.ROUTER, wanted.controlPort()),
                new Plan("stdin", SocketType.ROUTER, wanted.stdinPort()),
                new Plan("iopub", SocketType.XPUB, wanted.iopubPort()),
                new Plan("heartbeat", SocketType.REP, wanted.heartbeatPort()));
    }

    private static Sockets configured(List<Endpoint> opened, ConnectionInfo wanted) {
        var channels = new EnumMap<Channel, Socket>(Channel.class);
        for (var channel : Channel.values()) {
            var socket = opened.get(channel.ordinal()).socket();
            channels.put(channel, socket);
            if (channel == Channel.IOPUB) {
                socket.setXpubVerbose(true); // every subscription is welcomed, not only the first to a topic
            } else {
                socket.setRouterHandover(true); // a front end that reconnects keeps its identity
            }
        }
        var ports = opened.stream().mapToInt(Endpoint::port).toArray();
        return new Sockets(
                channels,
                opened.get(4).socket(),
                new ConnectionInfo(
                        wanted.ip(), ports[0], ports[1], ports[2], ports[3], ports[4], wanted.signatureScheme(), wanted.key()));
    }
}

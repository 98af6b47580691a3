package percolate.kernel.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQ.Socket;
import percolate.kernel.channels.Channel;
import percolate.kernel.protocol.ConnectionInfo;

/**
 * A front end connected to a kernel; for one thread. Every wait ends with an error when nothing comes for a long time, so
 * that a test fails rather than hangs.
 */
public final class KernelClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String session = UUID.randomUUID().toString();
    private final ZContext context = new ZContext();
    private final Map<Channel, Socket> sockets = new EnumMap<>(Channel.class);
    private final Map<Channel, List<Received>> unread = new EnumMap<>(Channel.class);
    private final Socket heartbeat;
    private final Envelope envelope;
    private final Received welcome;

    private KernelClient(ConnectionInfo connection) {
        envelope = new Envelope(connection.key());
        var identity = session.getBytes(UTF_8);
        open(Channel.SHELL, SocketType.DEALER, connection.ip(), connection.shellPort(), identity);
        open(Channel.CONTROL, SocketType.DEALER, connection.ip(), connection.controlPort(), identity);
        open(Channel.STDIN, SocketType.DEALER, connection.ip(), connection.stdinPort(), identity);
        open(Channel.IOPUB, SocketType.SUB, connection.ip(), connection.iopubPort(), identity);
        sockets.get(Channel.IOPUB).subscribe("");
        heartbeat = socket(SocketType.REQ, connection.ip(), connection.heartbeatPort(), identity);
        welcome = hear(Channel.IOPUB, message -> message.type().equals("iopub_welcome"));
    }

    /** Connects, and waits until the kernel has welcomed the subscription to its output. */
    public static KernelClient connect(ConnectionInfo connection) {
        return new KernelClient(connection);
    }

    public Received welcome() {
        return welcome;
    }

    /** Runs a cell and waits for its end. */
    public Execution execute(String code) {
        return ask(Channel.SHELL, "execute_request", cell(code));
    }

    /** Sends a request and waits for its reply and for idle. */
    public Execution ask(Channel channel, String type, JsonObject content) {
        return finish(channel, send(channel, type, content));
    }

    /** Runs a cell until it has printed something, and interrupts it then. */
    public Execution interrupt(String code) {
        return interrupt(cell(code));
    }

    /** Runs a cell with options of its own until it has printed something, and interrupts it then. */
    public Execution interrupt(JsonObject cell) {
        var id = send(Channel.SHELL, "execute_request", cell);
        hear(Channel.IOPUB, heard -> heard.parentId().equals(id) && heard.type().equals("stream"));
        ask(Channel.CONTROL, "interrupt_request", new JsonObject());
        return finish(Channel.SHELL, id);
    }

    /** Waits for the reply to a request that was sent before, and for idle. */
    public Execution finish(Channel channel, String id) {
        return new Execution(reply(channel, id), outputs(id));
    }

    /** The content of an execute_request as notebooks send it, open to changes. */
    public static JsonObject cell(String code) {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("silent", false);
        content.addProperty("store_history", true);
        content.add("user_expressions", new JsonObject());
        content.addProperty("allow_stdin", true);
        content.addProperty("stop_on_error", true);
        return content;
    }

    /** Sends a request and returns its id. */
    public String send(Channel channel, String type, JsonObject content) {
        return send(channel, header(type), content);
    }

    /** Sends a message with a header of one's own and returns its id. */
    public String send(Channel channel, JsonObject header, JsonObject content) {
        sendFrames(channel, envelope.frames(header, new JsonObject(), content));
        return header.get("msg_id").getAsString();
    }

    /** Sends a message with binary parts and returns its id. */
    public String send(Channel channel, String type, JsonObject content, List<byte[]> buffers) {
        var header = header(type);
        var frames = new ArrayList<>(envelope.frames(header, new JsonObject(), content));
        frames.addAll(buffers);
        sendFrames(channel, frames);
        return header.get("msg_id").getAsString();
    }

    /** Answers the kernel's question for a line of input. */
    public void answer(Received question, String value) {
        var content = new JsonObject();
        content.addProperty("value", value);
        sendFrames(Channel.STDIN, envelope.frames(header("input_reply"), question.header(), content));
    }

    /** Sends a message that is signed with another key and returns its id. */
    public String sendSignedBy(String key, Channel channel, String type, JsonObject content) {
        var header = header(type);
        sendFrames(channel, new Envelope(key).frames(header, new JsonObject(), content));
        return header.get("msg_id").getAsString();
    }

    /** Sends four signed texts that need not be JSON. */
    public void sendSigned(Channel channel, List<String> parts) {
        sendFrames(channel, envelope.frames(parts));
    }

    /** Sends frames as they are. */
    public void sendFrames(Channel channel, List<byte[]> frames) {
        var socket = sockets.get(channel);
        for (var i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    /** The header of a new request. */
    public JsonObject header(String type) {
        var header = new JsonObject();
        header.addProperty("msg_id", UUID.randomUUID().toString());
        header.addProperty("session", session);
        header.addProperty("username", "test");
        header.addProperty("date", "2026-01-01T00:00:00.000000Z");
        header.addProperty("msg_type", type);
        header.addProperty("version", "5.5");
        return header;
    }

    /** Waits for the reply to a request. */
    public Received reply(Channel channel, String id) {
        return hear(channel, message -> message.parentId().equals(id));
    }

    /** Waits for idle; what iopub said about a request until then. */
    public List<Received> outputs(String id) {
        var outputs = new ArrayList<Received>();
        do {
            outputs.add(hear(Channel.IOPUB, message -> message.parentId().equals(id)));
        } while (!outputs.get(outputs.size() - 1).isIdle());
        return outputs;
    }

    /** Waits for a message; others stay unread and keep their order. */
    public Received hear(Channel channel, Predicate<Received> wanted) {
        var waiting = unread.get(channel);
        for (var i = 0; i < waiting.size(); i++) {
            if (wanted.test(waiting.get(i))) {
                return waiting.remove(i);
            }
        }
        while (true) {
            var next = receive(channel);
            if (wanted.test(next)) {
                return next;
            }
            waiting.add(next);
        }
    }

    /** Everything of a channel that has come and that nobody waited for. */
    public List<Received> unread(Channel channel) {
        return List.copyOf(unread.get(channel));
    }

    /** Sends bytes to the heartbeat and waits for what comes back. */
    public byte[] beat(byte[] bytes) {
        heartbeat.send(bytes);
        return waited(heartbeat.recv(), "heartbeat");
    }

    @Override
    public void close() {
        context.close();
    }

    private Received receive(Channel channel) {
        var socket = sockets.get(channel);
        var frames = new ArrayList<byte[]>();
        do {
            frames.add(waited(socket.recv(), channel.toString()));
        } while (socket.hasReceiveMore());
        return envelope.open(frames);
    }

    private byte[] waited(byte[] frame, String place) {
        if (frame == null) {
            throw new AssertionError(place + ": nothing came for " + PATIENCE.toSeconds() + " s; unread: " + unread);
        }
        return frame;
    }

    private void open(Channel channel, SocketType type, String ip, int port, byte[] identity) {
        sockets.put(channel, socket(type, ip, port, identity));
        unread.put(channel, new ArrayList<>());
    }

    private Socket socket(SocketType type, String ip, int port, byte[] identity) {
        var socket = context.createSocket(type);
        socket.setIdentity(identity);
        socket.setLinger(0);
        socket.setHWM(0);
        socket.setReceiveTimeOut((int) PATIENCE.toMillis());
        socket.connect("tcp://" + ip + ":" + port);
        return socket;
    }
}

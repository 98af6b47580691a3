package percolate.kernel.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import percolate.kernel.protocol.ConnectionInfo;

/** As much of a front end as a rehearsal needs: it asks on the shell channel and waits for the reply. */
final class RehearsingFrontEnd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String HMAC = "HmacSHA256";

    private final ZMQ.Context context = ZMQ.context(1);
    private final ZMQ.Socket shell = socket(SocketType.DEALER);
    private final ZMQ.Socket control = socket(SocketType.DEALER);
    private final ZMQ.Socket output = socket(SocketType.SUB);
    private final HMACGenerator signatures; // not the kernel's own, so that each is checked by the other

    RehearsingFrontEnd(ConnectionInfo connection) {
        signatures = signatures(connection.key());
        output.subscribe("");
        output.connect("tcp://" + connection.ip() + ":" + connection.iopubPort());
        shell.connect("tcp://" + connection.ip() + ":" + connection.shellPort());
        control.connect("tcp://" + connection.ip() + ":" + connection.controlPort());
    }

    /** Runs a cell; how it ends does not matter. */
    void execute(String code) {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("store_history", true);
        ask("execute_request", content.toString());
    }

    /** Sends a request and waits for its reply, of which nothing is read but that it came. */
    void ask(String type, String content) {
        ask(shell, type, content);
    }

    void shutDown() {
        ask(control, "shutdown_request", "{\"restart\": false}");
    }

    private void ask(ZMQ.Socket socket, String type, String content) {
        var parts = List.of(header(type), "{}", "{}", content);
        socket.sendMore("<IDS|MSG>");
        socket.sendMore(signature(parts));
        parts.subList(0, 3).forEach(socket::sendMore);
        socket.send(content);
        do {
            if (socket.recv() == null) {
                throw new IllegalStateException(
                        "rehearsal: expected a reply to " + type + ", got none within " + PATIENCE.toSeconds() + " s");
            }
        } while (socket.hasReceiveMore());
    }

    private static String header(String type) {
        var header = new JsonObject();
        header.addProperty("msg_id", UUID.randomUUID().toString());
        header.addProperty("session", "rehearsal");
        header.addProperty("username", "");
        header.addProperty("date", "2026-01-01T00:00:00Z");
        header.addProperty("msg_type", type);
        header.addProperty("version", "5.5");
        return header.toString();
    }

    private String signature(List<String> parts) {
        return signatures.calculateSignature(
                parts.stream().map(part -> part.getBytes(UTF_8)).toArray(byte[][]::new));
    }

    private static HMACGenerator signatures(String key) {
        try {
            return new HMACGenerator(HMAC, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("rehearsal: expected a JDK that signs with " + HMAC + ", got " + e, e);
        }
    }

    private ZMQ.Socket socket(SocketType type) {
        var socket = context.socket(type);
        socket.setLinger(0);
        socket.setReceiveTimeOut((int) PATIENCE.toMillis());
        return socket;
    }

    @Override
    public void close() {
        shell.close();
        control.close();
        output.close();
        context.term();
    }
}

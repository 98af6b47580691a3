package percolate.kernel.protocol;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where a kernel listens and the key that signs its messages, as a connection file tells.
 *
 * <p>A port of 0 asks the system for any free one.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/kernels.html#connection-files">Connection files</a>
 */
public record ConnectionInfo(
        String ip,
        int shellPort,
        int controlPort,
        int stdinPort,
        int iopubPort,
        int heartbeatPort,
        String signatureScheme,
        String key) {
    private static final Logger LOG = Logger.getLogger(ConnectionInfo.class.getName());
    private static final Set<PosixFilePermission> OTHERS_READ =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    public ConnectionInfo {
        for (var port : new int[] {shellPort, controlPort, stdinPort, iopubPort, heartbeatPort}) {
            if (port < 0 || port > 65535) {
                throw new ProtocolException("connection: expected ports from 0 to 65535, got " + port);
            }
        }
        if (key.isEmpty()) {
            throw new ProtocolException(
                    "connection: expected a key that signs messages, got none, so that anyone on this"
                            + " machine could run code; remove the empty key from the front end's settings");
        }
    }

    /**
     * Reads a connection file.
     *
     * @throws ProtocolException if the file cannot be read or lacks something; the message is one sentence
     */
    public static ConnectionInfo read(Path file) {
        try {
            warnIfShared(file);
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new ProtocolException(
                    "connection file " + file + ": expected a readable file, got "
                            + e.getClass().getSimpleName()
                            + "; a front end writes this file and passes its path as {connection_file}",
                    e);
        } catch (ProtocolException e) {
            throw new ProtocolException("connection file " + file + ": " + e.getMessage(), e);
        }
    }

    /** Who reads the file has the key, and can run code as its owner. */
    private static void warnIfShared(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS_READ::contains)) {
            LOG.log(
                    Level.WARNING,
                    "connection file {0}: expected one that its owner alone can read, got {1}; whoever reads it can run"
                            + " code as you: chmod 600 it, and let the front end write such files",
                    new Object[] {file, PosixFilePermissions.toString(view.readAttributes().permissions())});
        }
    }

    static ConnectionInfo parse(String text) {
        var fields = new Fields("connection", parseObject(text));
        var transport = fields.text("transport", "tcp");
        if (!transport.equals("tcp")) {
            throw new ProtocolException("connection: transport: expected tcp, got " + transport
                    + "; set KernelManager.transport to tcp in the front end's settings");
        }
        return new ConnectionInfo(
                fields.text("ip"),
                fields.integer("shell_port"),
                fields.integer("control_port"),
                fields.integer("stdin_port"),
                fields.integer("iopub_port"),
                fields.integer("hb_port"),
                fields.text("signature_scheme", "hmac-sha256"),
                fields.text("key"));
    }

    private static JsonObject parseObject(String text) {
        try {
            return JsonParser.parseString(text).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new ProtocolException(
                    "connection: expected a JSON object, got something else; start the kernel anew", e);
        }
    }

    /** The same connection at the ports that the system chose. */
    public ConnectionInfo withPorts(int shell, int control, int stdin, int iopub, int heartbeat) {
        return new ConnectionInfo(ip, shell, control, stdin, iopub, heartbeat, signatureScheme, key);
    }

    /** Everything but the key, which must not reach a log. */
    @Override
    public String toString() {
        return "ConnectionInfo[ip=" + ip + ", shell=" + shellPort + ", control=" + controlPort + ", stdin=" + stdinPort
                + ", iopub=" + iopubPort + ", heartbeat=" + heartbeatPort + "]";
    }
}

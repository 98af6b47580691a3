package percolate.data.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on this machine that answers each path in a way of its own. */
public final class FaultyServer implements AutoCloseable {
    /** What comes back for a request, whose range begins at {@code from}, 0 where it has none. */
    @FunctionalInterface
    public interface Answer {
        void write(OutputStream out, int from) throws IOException;
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    /** The path and the first byte wanted, of every request. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    public FaultyServer() throws IOException {
        var thread = new Thread(this::serve, "faulty server");
        thread.setDaemon(true);
        thread.start();
    }

    public URI on(String path, Answer answer) {
        answers.put(path, answer);
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    /** A file served as it should be. */
    public URI file(String path, byte[] content) {
        return on(path, (out, from) -> part(out, content, from, content.length));
    }

    /** Up to before {@code to}, though all that is left is promised. */
    static void part(OutputStream out, byte[] content, int from, int to) throws IOException {
        int left = content.length - from;
        head(
                out,
                from == 0 ? "200 OK" : "206 Partial Content",
                "Content-Length: " + left,
                "Content-Range: bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        out.write(content, from, to - from);
    }

    static void head(OutputStream out, String status, String... headers) throws IOException {
        var text = "HTTP/1.1 " + status + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                var thread = new Thread(() -> answer(client), "faulty answer");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket client) {
        try (client;
                var in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            var path = in.readLine().split(" ", -1)[1];
            int from = 0;
            for (var line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                if (line.startsWith("Range: bytes=")) {
                    from = Integer.parseInt(line.substring("Range: bytes=".length(), line.length() - 1));
                }
            }
            asked.add(path + " " + from);
            answers.getOrDefault(path, (out, first) -> head(out, "404 Not Found", "Content-Length: 0"))
                    .write(client.getOutputStream(), from);
        } catch (IOException e) {
            // The other side has heard enough.
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

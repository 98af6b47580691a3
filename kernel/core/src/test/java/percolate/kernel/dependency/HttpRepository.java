package percolate.kernel.dependency;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Serves a repository's folder over HTTP on this machine, also to clients that take it for their proxy. */
final class HttpRepository implements AutoCloseable {
    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    final List<String> asked = new CopyOnWriteArrayList<>();
    final CountDownLatch stalled = new CountDownLatch(1);
    volatile boolean stalls;

    HttpRepository(Path folder) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            if (stalls && exchange.getRequestURI().getPath().endsWith(".jar")) {
                stall();
            }
            var file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
            var found = Files.isRegularFile(file);
            exchange.sendResponseHeaders(found ? 200 : 404, found ? Files.size(file) : -1);
            if (found) {
                Files.copy(file, exchange.getResponseBody());
            }
            exchange.close();
        });
        server.start();
    }

    private void stall() {
        stalled.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}

package percolate.data.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One try to fetch a file from one address. What lies in the part file stays and is not asked for again.
 *
 * @param patience how long a server may stay silent
 */
record Transfer(HttpClient client, Duration patience, Notices notices) {
    private static final int REDIRECTS = 5;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NO_SUCH_RANGE = 416;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");

    /** @throws IOException whose message is a part of a sentence: what went wrong */
    void into(Path part, URI address) throws IOException {
        long had = Files.exists(part) ? Files.size(part) : 0;
        var answer = answer(Address.check(address), had);
        try (var body = answer.body()) {
            switch (answer.statusCode()) {
                case OK -> write(body, part, 0, answer.headers());
                case PARTIAL -> write(body, part, begin(answer.headers(), had), answer.headers());
                case NO_SUCH_RANGE -> {
                    Files.deleteIfExists(part);
                    throw new IOException("it has no bytes from " + had + " on");
                }
                default -> refuse(answer.statusCode());
            }
        }
    }

    private static void refuse(int status) throws IOException {
        var message = "it answers " + status;
        if (status >= 500 || status == 429) {
            throw new IOException(message);
        }
        throw new Refusal(message);
    }

    private HttpResponse<Body> answer(URI first, long had) throws IOException {
        var address = first;
        for (int i = 0; i <= REDIRECTS; i++) {
            var answer = ask(address, had);
            var location = answer.headers().firstValue("location");
            if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
                return answer;
            }
            answer.body().close();
            address = Address.redirected(address, location.get());
        }
        throw new Refusal("it redirects more than " + REDIRECTS + " times");
    }

    private HttpResponse<Body> ask(URI address, long had) throws IOException {
        var request = HttpRequest.newBuilder(address).timeout(patience).header("Accept-Encoding", "identity");
        if (had > 0) {
            request.header("Range", "bytes=" + had + "-");
        }
        try {
            return client.send(request.build(), answer -> new Body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("it was interrupted");
        } catch (HttpTimeoutException e) {
            throw new IOException("it does not answer", e);
        }
    }

    /** Where the bytes of a partial answer belong: right behind those that are there. */
    private static long begin(HttpHeaders headers, long had) throws IOException {
        var range = range(headers);
        if (!range.matches() || !range.group(1).equals(Long.toString(had))) {
            throw new Refusal("it sends other bytes than those it was asked for");
        }
        return had;
    }

    private static Matcher range(HttpHeaders headers) {
        return RANGE.matcher(headers.firstValue("content-range").orElse(""));
    }

    private void write(Body body, Path part, long from, HttpHeaders headers) throws IOException {
        long total = from + headers.firstValueAsLong("content-length").orElse(0);
        ensureRoom(part, total - from);
        try (var channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(from).position(from);
            for (var bytes = body.next(patience); bytes.isPresent(); bytes = body.next(patience)) {
                for (ByteBuffer piece : bytes.get()) {
                    while (piece.hasRemaining()) {
                        channel.write(piece);
                    }
                }
                notices.fetched(channel.position(), total);
            }
            channel.force(true);
        }
    }

    private static void ensureRoom(Path part, long bytes) throws IOException {
        long free = Files.getFileStore(part.toAbsolutePath().getParent()).getUsableSpace();
        if (bytes > free) {
            throw new Refusal("it has " + Notices.size(bytes) + ", and the disk has room for " + Notices.size(free));
        }
    }
}

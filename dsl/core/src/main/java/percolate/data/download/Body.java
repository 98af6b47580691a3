package percolate.data.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a server sends, piece by piece; one that falls silent is not waited for. */
final class Body implements BodySubscriber<Body>, AutoCloseable {
    private final LinkedBlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private volatile Subscription subscription;

    /** Bytes, a failure, or neither: the end. */
    private record Piece(List<ByteBuffer> bytes, Throwable failure) {}

    @Override
    public CompletionStage<Body> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription its) {
        subscription = its;
        its.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        pieces.add(new Piece(bytes, null));
    }

    @Override
    public void onError(Throwable failure) {
        pieces.add(new Piece(null, failure));
    }

    @Override
    public void onComplete() {
        pieces.add(new Piece(null, null));
    }

    /**
     * The next bytes; empty at the end.
     *
     * @throws IOException if none come for so long, or the connection breaks
     */
    Optional<List<ByteBuffer>> next(Duration patience) throws IOException {
        var piece = taken(patience);
        if (piece == null) {
            throw new IOException("it sent nothing for " + patience.toMillis() / 1000.0 + " s");
        }
        if (piece.failure() != null) {
            throw new IOException("the connection broke", piece.failure());
        }
        if (piece.bytes() != null) {
            subscription.request(1);
        }
        return Optional.ofNullable(piece.bytes());
    }

    private Piece taken(Duration patience) throws InterruptedIOException {
        try {
            return pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("it was interrupted");
        }
    }

    @Override
    public void close() {
        if (subscription != null) {
            subscription.cancel();
        }
    }
}

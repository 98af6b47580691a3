package percolate.train;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongFunction;
import percolate.Batch;
import percolate.data.Interruption;

/** Reads the batches of steps on a thread of its own, so that the next ones lie ready when they are wanted. */
final class Ahead implements AutoCloseable {
    private static final long MOST_BYTES = 64L << 20;
    private static final int LEAST = 2;
    private static final int MOST = 32;

    private final LongFunction<Batch> read;
    private final int capacity;
    private Reader reader;

    /**
     * @param read the batch of a step
     * @param bytes of one batch, 0 where that is not known
     */
    Ahead(LongFunction<Batch> read, long bytes) {
        this.read = read;
        this.capacity = (int) Math.max(LEAST, Math.min(MOST, MOST_BYTES / Math.max(1, bytes)));
    }

    /**
     * The batch of a step, which lies ready if the last one asked for was the one before.
     *
     * @throws Interruption if this thread is interrupted while it waits
     */
    Batch batch(long step) {
        if (reader == null || reader.next != step) {
            close();
            reader = new Reader(read, step, capacity);
        }
        return reader.take();
    }

    /** Ends the thread. */
    @Override
    public void close() {
        if (reader != null) {
            reader.end();
            reader = null;
        }
    }

    /** A batch, or why there is none. */
    private record Piece(Batch batch, Throwable failure) {}

    /** The thread, and what it has read. */
    private static final class Reader {
        private final LongFunction<Batch> read;
        private final BlockingQueue<Piece> ready;
        private final Thread thread;
        private long next;

        Reader(LongFunction<Batch> read, long from, int capacity) {
            this.read = read;
            this.ready = new ArrayBlockingQueue<>(capacity);
            this.next = from;
            this.thread = new Thread(() -> read(from), "percolate reads ahead");
            thread.setDaemon(true);
            thread.start();
        }

        private void read(long from) {
            try {
                for (long step = from; ; step++) {
                    var piece = piece(step);
                    ready.put(piece);
                    if (piece.failure() != null) {
                        return;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private Piece piece(long step) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            try {
                return new Piece(read.apply(step), null);
            } catch (RuntimeException | Error e) {
                return new Piece(null, e);
            }
        }

        Batch take() {
            Piece piece;
            try {
                piece = ready.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Interruption("train");
            }
            next++;
            if (piece.failure() instanceof Error e) {
                throw e;
            }
            if (piece.failure() instanceof RuntimeException e) {
                next = -1;
                throw e;
            }
            return piece.batch();
        }

        void end() {
            thread.interrupt();
            ready.clear();
        }
    }
}

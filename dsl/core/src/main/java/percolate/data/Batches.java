package percolate.data;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import percolate.Batch;
import percolate.Dataset;
import percolate.tensor.RandomStream;

/** A data set, batch by batch. */
public final class Batches implements Iterator<Batch> {
    /** Rows in random order are gathered so many bytes at a time, and cut into batches: fewer, larger calls are quicker. */
    private static final long SPAN_BYTES = 4 << 20;

    private final Dataset data;
    private final int size;
    private final long[] order;
    private final long seed;
    private int next;
    private TensorDataset span;
    private int spanEnd;

    /** @param order null: as the data has it */
    private Batches(Dataset data, int size, long seed, long... order) {
        this.data = data;
        this.size = size;
        this.order = order;
        this.seed = seed;
    }

    public static Iterable<Batch> inOrder(Dataset data, int size) {
        check(size);
        return () ->
                new Batches(data, size, data.isDrawn() ? RandomStream.session().nextSeed() : 0, (long[]) null);
    }

    public static Iterable<Batch> shuffled(Dataset data, int size, long seed) {
        check(size);
        return () -> new Batches(data, size, seed, new RandomStream(seed).permutation(data.size()));
    }

    private static void check(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("batches: expected 1 example or more per batch, got " + size);
        }
    }

    @Override
    public boolean hasNext() {
        return next < data.size();
    }

    @Override
    public Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException("batches: all " + data.size() + " examples were given out");
        }
        int from = next;
        next = Math.min(data.size(), from + size);
        if (data instanceof TensorDataset held) {
            return (order == null ? held.part(from, next) : gathered(held, from)).batch();
        }
        var examples = order == null ? LongStream.range(from, next).toArray() : Arrays.copyOfRange(order, from, next);
        return data.drawn(examples, seed, 0);
    }

    private TensorDataset gathered(TensorDataset held, int from) {
        if (from >= spanEnd) {
            long batches = Math.max(1, SPAN_BYTES / Math.max(1, held.bytes() / held.size() * size));
            spanEnd = (int) Math.min(data.size(), from + batches * size);
            span = held.rows(Arrays.copyOfRange(order, from, spanEnd));
        }
        int spanBegin = spanEnd - span.size();
        return span.part(from - spanBegin, next - spanBegin);
    }
}

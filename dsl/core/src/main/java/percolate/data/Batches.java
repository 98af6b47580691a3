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
    private final Dataset data;
    private final int size;
    private final long[] order;
    private final long seed;
    private int next;

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
        if (order == null && data instanceof TensorDataset held) {
            return held.part(from, next).batch();
        }
        var examples = order == null ? LongStream.range(from, next).toArray() : Arrays.copyOfRange(order, from, next);
        return data.drawn(examples, seed, 0);
    }
}

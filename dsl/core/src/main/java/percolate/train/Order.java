package percolate.train;

import java.util.stream.LongStream;
import percolate.Dataset;
import percolate.model.Carried;
import percolate.tensor.RandomStream;

/**
 * Which examples a step sees. Step n is batch n mod {@link #perEpoch} of epoch n / perEpoch, whose order of examples depends
 * on the seed and the epoch alone; layers that take states over from one batch to the next get them in the data's own order.
 */
final class Order {
    private final int rows;
    private final int batch;
    private final long seed;
    private final boolean inARow;

    private long[] order;
    private long orderOf = -1;

    /** Data that can only be read in a row mixes its order by itself. */
    Order(Dataset data, Setup setup) {
        this(data.size(), setup, data.isSequential());
    }

    Order(int rows, Setup setup) {
        this(rows, setup, false);
    }

    private Order(int rows, Setup setup, boolean inARow) {
        this.rows = rows;
        this.batch = setup.batch();
        this.seed = setup.seed();
        this.inARow = inARow || Carried.in(setup.model().graph());
    }

    int rows() {
        return rows;
    }

    int batch() {
        return batch;
    }

    int perEpoch() {
        return (rows + batch - 1) / batch;
    }

    /** How many examples step n has. */
    int size(long step) {
        return (int) Math.min(batch, rows - (step % perEpoch()) * batch);
    }

    /** The examples of steps {@code from} … {@code from + count − 1}, one after the other. */
    synchronized long[] examples(long from, int count) {
        int total = 0;
        for (long step = from; step < from + count; step++) {
            total += size(step);
        }
        var examples = new long[total];
        int at = 0;
        for (long step = from; step < from + count; step++) {
            int start = (int) (step % perEpoch()) * batch;
            System.arraycopy(order(step / perEpoch()), start, examples, at, size(step));
            at += size(step);
        }
        return examples;
    }

    private long[] order(long epoch) {
        if (epoch != orderOf) {
            // 2⁶⁴ / φ, an odd number: neighbouring epochs get seeds that lie far apart, and no two the same.
            order = inARow
                    ? LongStream.range(0, rows).toArray()
                    : new RandomStream(seed + 0x9E3779B97F4A7C15L * (epoch + 1)).permutation(rows);
            orderOf = epoch;
        }
        return order;
    }
}

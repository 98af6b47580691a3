package percolate.train;

import java.util.List;
import java.util.stream.LongStream;
import percolate.Dataset;
import percolate.Device;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.model.Carried;
import percolate.program.Truncation;
import percolate.tensor.RandomStream;

/**
 * Which examples a step sees. Step n is batch n mod {@link #perEpoch} of epoch n / perEpoch, whose order of examples depends
 * on the seed and the epoch alone; layers that take states over from one batch to the next get them in the data's own order.
 * Where sequences are cut, each window of a batch is a step, one after the other.
 */
final class Order {
    /** 2⁶⁴ / φ, an odd number: neighbouring epochs get seeds that lie far apart, and no two the same. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int rows;
    private final int batch;
    private final long seed;
    private final Truncation truncation;
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
        this.truncation = setup.truncation();
        this.inARow = inARow || (Carried.in(setup.model().graph()) && !truncation.cuts());
    }

    int rows() {
        return rows;
    }

    int batch() {
        return batch;
    }

    int perEpoch() {
        return (rows + batch - 1) / batch * truncation.windows();
    }

    /** How many examples step n has. */
    int size(long step) {
        return Math.min(batch, rows - first(step));
    }

    /** The place of the first example of step n in its epoch. */
    private int first(long step) {
        return (int) (step % perEpoch()) / truncation.windows() * batch;
    }

    /** How much step n counts in the means of its epoch: by its examples, and the steps of their sequences that it sees. */
    int share(long step) {
        return size(step) * truncation.length(step);
    }

    /** Whether step n begins with states of zeros. */
    boolean begins(long step) {
        return step % (truncation.cuts() ? truncation.windows() : perEpoch()) == 0;
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
            System.arraycopy(order(step / perEpoch()), first(step), examples, at, size(step));
            at += size(step);
        }
        return examples;
    }

    /** The same as an index, beside the examples themselves. */
    Array places(long from, int count, Device device) {
        var examples = examples(from, count);
        return Array.of(examples, Shape.of(examples.length)).to(device);
    }

    /** The chosen rows of each tensor. */
    static List<Tensor> rows(List<Array> all, Array chosen) {
        return all.stream().map(a -> new Tensor(a.rows(chosen))).toList();
    }

    /** Whose turn a step is where so many gradients are averaged: how many are with its own, and whether weights change. */
    Turn turn(long step, int accumulate) {
        int place = (int) (step % perEpoch());
        int gathered = place % accumulate + 1;
        return new Turn(gathered, gathered == accumulate || place + 1 == perEpoch());
    }

    /**
     * A step's turn.
     *
     * @param gathered how many gradients there are with its own
     * @param change whether the weights change
     */
    record Turn(int gathered, boolean change) {
        Array array() {
            return Array.of(new long[] {gathered, change ? 1 : 0}, Shape.of(2));
        }
    }

    /** A seed for what the step draws, which depends on the training's seed and the step's number alone. */
    long seed(long step) {
        return new RandomStream(~seed + SPREAD * (step + 1)).nextSeed() >>> 1;
    }

    private long[] order(long epoch) {
        if (epoch != orderOf) {
            order = inARow
                    ? LongStream.range(0, rows).toArray()
                    : new RandomStream(seed + SPREAD * (epoch + 1)).permutation(rows);
            orderOf = epoch;
        }
        return order;
    }
}

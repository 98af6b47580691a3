package percolate.data;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import percolate.Batch;
import percolate.Dataset;
import percolate.Shape;
import percolate.Split;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.tensor.RandomStream;

/** Examples held in two tensors. */
public record TensorDataset(Tensor x, Tensor y, List<String> classes) implements Dataset {
    public TensorDataset {
        if (x.shape().rank() == 0 || y.shape().rank() == 0) {
            throw new IllegalArgumentException("dataset: expected x and y with one row per example, got shapes "
                    + x.shape() + " and " + y.shape() + "; reshape a single number to [1]");
        }
        if (x.shape().get(0) != y.shape().get(0)) {
            throw new IllegalArgumentException(
                    "dataset: expected one target per example, got " + x.shape().get(0) + " examples in x " + x.shape()
                            + " and " + y.shape().get(0) + " targets in y " + y.shape());
        }
        classes = List.copyOf(classes);
    }

    @Override
    public int size() {
        return x.shape().get(0);
    }

    @Override
    public Split split(Number train, long seed) {
        if (!(train.doubleValue() > 0 && train.doubleValue() <= 1)) {
            throw new IllegalArgumentException(
                    "split: expected a share above 0 and up to 1 for the training part, got " + train + percent(train));
        }
        return split(train, 1 - train.doubleValue(), seed);
    }

    private static String percent(Number share) {
        double value = share.doubleValue();
        return value > 1 && value <= 100 ? "; write " + value / 100 + " for " + share + " %" : "";
    }

    @Override
    public Split split(Number train, Number validation, long seed) {
        double first = train.doubleValue();
        double second = validation.doubleValue();
        if (!(first > 0) || !(second >= 0) || first + second > 1 + 1e-9) {
            throw new IllegalArgumentException(
                    "split: expected a training share above 0 and a validation share of 0 or more that sum to 1 at most,"
                            + " got " + train + " and " + validation);
        }
        var order = new RandomStream(seed).permutation(size());
        int end = (int) Math.round(size() * first);
        int last = Math.min(size(), (int) Math.round(size() * (first + second)));
        return new Split(rows(order, 0, end), rows(order, end, last), rows(order, last, size()));
    }

    @Override
    public Dataset shuffle(long seed) {
        return rows(new RandomStream(seed).permutation(size()), 0, size());
    }

    @Override
    public Dataset take(int count) {
        return part(0, Math.min(notNegative("take", count), size()));
    }

    @Override
    public Dataset skip(int count) {
        return part(Math.min(notNegative("skip", count), size()), size());
    }

    @Override
    public Iterable<Batch> batches(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("batches: expected 1 example or more per batch, got " + size);
        }
        return () -> new Batches(this, size);
    }

    @Override
    public Iterable<Batch> batches(int size, long seed) {
        return shuffle(seed).batches(size);
    }

    @Override
    public Batch batch() {
        return new Batch(x, y);
    }

    @Override
    public Batch sample(int count, long seed) {
        if (count < 1 || count > size()) {
            throw new IllegalArgumentException(
                    "sample: expected 1 to " + size() + " examples, as many as there are, got " + count);
        }
        return rows(new RandomStream(seed).permutation(size()), 0, count).batch();
    }

    private TensorDataset rows(long[] order, int from, int to) {
        var chosen = LongStream.of(order).skip(from).limit(to - from).toArray();
        var numbers = Array.of(chosen, Shape.of(chosen.length));
        return new TensorDataset(
                new Tensor(x.array().rows(numbers)), new Tensor(y.array().rows(numbers)), classes);
    }

    private TensorDataset part(int from, int to) {
        return new TensorDataset(x.slice(0, from, to), y.slice(0, from, to), classes);
    }

    private static int notNegative(String method, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(method + ": expected 0 or more examples, got " + count);
        }
        return count;
    }

    @Override
    public String toString() {
        return size() + " examples, x " + x.shape().dropFirst(1) + " " + x.dtype() + ", y "
                + y.shape().dropFirst(1) + " " + y.dtype()
                + (classes.isEmpty() ? "" : ", classes " + String.join(", ", classes));
    }

    /** Slices of a data set in order. */
    private static final class Batches implements Iterator<Batch> {
        private final TensorDataset data;
        private final int size;
        private int next;

        Batches(TensorDataset data, int size) {
            this.data = data;
            this.size = size;
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
            return data.part(from, next).batch();
        }
    }
}

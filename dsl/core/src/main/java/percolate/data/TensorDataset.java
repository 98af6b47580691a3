package percolate.data;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import percolate.Batch;
import percolate.Dataset;
import percolate.Shape;
import percolate.Split;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.tensor.RandomStream;

/** Examples held in tensors. */
public record TensorDataset(List<Tensor> inputs, List<Tensor> targets, List<String> targetNames, List<String> classes)
        implements Dataset {
    public TensorDataset {
        Rows.check("dataset", inputs, targets);
        Targets.check("dataset", targets, targetNames);
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        targetNames = List.copyOf(targetNames);
        classes = List.copyOf(classes);
    }

    /** One input, one target. */
    public TensorDataset(Tensor x, Tensor y, List<String> classes) {
        this(List.of(x), List.of(y), List.of(), classes);
    }

    @Override
    public Tensor x() {
        return inputs.get(0);
    }

    @Override
    public Tensor y() {
        return Targets.at("dataset.y", targets, 0);
    }

    @Override
    public Dataset named(String... names) {
        return new TensorDataset(inputs, targets, List.of(names), classes);
    }

    @Override
    public int size() {
        return x().size(0);
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
        return new Batch(inputs, targets, targetNames);
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
        return each(t -> new Tensor(t.array().rows(numbers)));
    }

    private TensorDataset part(int from, int to) {
        return each(t -> t.slice(0, from, to));
    }

    private TensorDataset each(UnaryOperator<Tensor> part) {
        return new TensorDataset(
                inputs.stream().map(part).toList(), targets.stream().map(part).toList(), targetNames, classes);
    }

    private static int notNegative(String method, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(method + ": expected 0 or more examples, got " + count);
        }
        return count;
    }

    @Override
    public String toString() {
        return size() + " examples, x " + forms(inputs) + (targets.isEmpty() ? "" : ", y " + forms(targets))
                + (classes.isEmpty() ? "" : ", classes " + String.join(", ", classes));
    }

    private static String forms(List<Tensor> tensors) {
        return tensors.stream()
                .map(t -> t.shape().dropFirst(1) + " " + t.dtype())
                .collect(Collectors.joining(" and "));
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

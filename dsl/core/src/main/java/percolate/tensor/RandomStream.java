package percolate.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import percolate.DType;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.Array;

/**
 * Random numbers that repeat: the same seed gives the same tensors on every machine. Independent of the native engine's
 * own generator, which serves dropout alone.
 */
public final class RandomStream {
    private static final RandomStream SESSION = new RandomStream();
    private static final ThreadLocal<RandomStream> DRAWING = new ThreadLocal<>();
    /** Where {@link #truncatedNormal} cuts, in standard deviations. */
    private static final double CUT = 2;

    /** Binary digits of a float32. */
    private static final int FLOAT_DIGITS = 24;

    private static final int PIECE = 1 << 24;

    private SplittableRandom random;

    private RandomStream() {
        this.random = new SplittableRandom();
    }

    public RandomStream(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The stream behind the tensor functions and behind new weights: the session's, or within {@link #during} another. */
    public static RandomStream session() {
        var drawing = DRAWING.get();
        return drawing == null ? SESSION : drawing;
    }

    /** Lets whatever draws from the session's stream on this thread draw from this one: a training's new weights. */
    public <T> T during(Supplier<T> action) {
        var before = DRAWING.get();
        DRAWING.set(this);
        try {
            return action.get();
        } finally {
            DRAWING.set(before);
        }
    }

    public synchronized void seed(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A seed for something that needs a stream of its own. */
    public synchronized long nextSeed() {
        return random.nextLong();
    }

    /** Normally distributed, mean 0, standard deviation 1. */
    public synchronized Tensor normal(Shape shape) {
        return drawn(shape, random::nextGaussian);
    }

    /** Normally distributed, and drawn again where that is further than two standard deviations from 0. */
    public synchronized Tensor truncatedNormal(Shape shape) {
        return drawn(shape, this::nextCut);
    }

    private double nextCut() {
        double value = random.nextGaussian();
        while (Math.abs(value) > CUT) {
            value = random.nextGaussian();
        }
        return value;
    }

    /** Uniformly distributed from {@code low} up to before {@code high}. */
    public synchronized Tensor uniform(double low, double high, Shape shape) {
        return drawn(shape, () -> {
            // As many digits as a float32 has, so that the largest stays below 1.
            double share = (random.nextLong() >>> (Long.SIZE - FLOAT_DIGITS)) * 0x1p-24;
            float value = (float) (low + (high - low) * share);
            return value >= high && low < high ? Math.nextDown(value) : value;
        });
    }

    /** In pieces, for Java's memory may be smaller than the native one. */
    private static Tensor drawn(Shape shape, DoubleSupplier draw) {
        Array.ensureRoom(shape, DType.float32);
        var pieces = new ArrayList<Array>();
        for (int left = shape.length(); left > 0 || pieces.isEmpty(); left -= PIECE) {
            var values = new float[Math.min(left, PIECE)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) draw.getAsDouble();
            }
            pieces.add(Array.of(values, pieces.isEmpty() && left <= PIECE ? shape : Shape.of(values.length)));
        }
        return new Tensor(
                pieces.size() == 1 ? pieces.get(0) : Array.concat(0, pieces).reshape(shape));
    }

    /** Integers from {@code low} up to before {@code high}, int64. */
    public synchronized Tensor integers(int low, int high, Shape shape) {
        if (low >= high) {
            throw new IllegalArgumentException("randint: expected low < high, got " + low + " and " + high
                    + "; the upper bound itself is never drawn");
        }
        Array.ensureRoom(shape, DType.int64);
        var values = new long[shape.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(low, high);
        }
        return new Tensor(Array.of(values, shape));
    }

    /** A number for each row of weights, drawn by them, int64. */
    public synchronized Tensor choice(Tensor weights) {
        var shape = weights.shape();
        if (shape.rank() < 1 || shape.rank() > 2 || shape.get(-1) == 0) {
            throw new ShapeException(
                    "choice: expected probabilities [n] or [rows, n], got shape " + shape + "; reshape them first");
        }
        double[] all = weights.toDoubleArray();
        int n = shape.get(-1);
        var drawn = new long[all.length / n];
        for (int row = 0; row < drawn.length; row++) {
            drawn[row] = draw(Arrays.copyOfRange(all, row * n, (row + 1) * n));
        }
        return new Tensor(Array.of(drawn, shape.dropLast(1)));
    }

    private int draw(double... weights) {
        double sum = Arrays.stream(weights).sum();
        if (!(sum > 0) || Double.isInfinite(sum) || Arrays.stream(weights).anyMatch(p -> p < 0)) {
            throw new IllegalArgumentException("choice: expected probabilities of 0 or more and not all 0, got "
                    + Arrays.toString(weights) + "; take softmax(-1) of logits");
        }
        double left = random.nextDouble() * sum;
        int last = 0;
        for (int i = 0; i < weights.length && left >= 0; i++) {
            last = weights[i] > 0 ? i : last;
            left -= weights[i];
        }
        return last;
    }

    /** The numbers 0 … n − 1 in random order (Fisher and Yates). */
    public synchronized long[] permutation(int n) {
        var order = new long[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}

package percolate.tensor;

import java.util.SplittableRandom;
import java.util.function.Supplier;
import percolate.Shape;
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
        var values = new float[shape.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Tensor(Array.of(values, shape));
    }

    /** Normally distributed, and drawn again where that is further than two standard deviations from 0. */
    public synchronized Tensor truncatedNormal(Shape shape) {
        var values = new float[shape.length()];
        for (int i = 0; i < values.length; i++) {
            double value = random.nextGaussian();
            while (Math.abs(value) > CUT) {
                value = random.nextGaussian();
            }
            values[i] = (float) value;
        }
        return new Tensor(Array.of(values, shape));
    }

    /** Uniformly distributed from {@code low} up to before {@code high}. */
    public synchronized Tensor uniform(double low, double high, Shape shape) {
        var values = new float[shape.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (low + (high - low) * random.nextDouble());
        }
        return new Tensor(Array.of(values, shape));
    }

    /** Integers from {@code low} up to before {@code high}, int64. */
    public synchronized Tensor integers(int low, int high, Shape shape) {
        if (low >= high) {
            throw new IllegalArgumentException("randint: expected low < high, got " + low + " and " + high);
        }
        var values = new long[shape.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(low, high);
        }
        return new Tensor(Array.of(values, shape));
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

package percolate.tensor;

import java.util.SplittableRandom;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;

/**
 * Random numbers that repeat: the same seed gives the same tensors on every machine. Independent of the native engine's
 * own generator, which serves dropout alone.
 */
public final class RandomStream {
    private static final RandomStream SESSION = new RandomStream();
    private SplittableRandom random;

    private RandomStream() {
        this.random = new SplittableRandom();
    }

    public RandomStream(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The stream behind the tensor functions and behind new weights. */
    public static RandomStream session() {
        return SESSION;
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

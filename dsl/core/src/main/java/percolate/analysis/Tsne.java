package percolate.analysis;

import percolate.DType;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.Array;

/**
 * t-distributed stochastic neighbour embedding: points in the plane, or in space, whose neighbours are those of the examples.
 * Minimises KL(P‖Q) between the neighbourhoods of the examples, Gaussian with the perplexity that is said, and those of the
 * points, Student-t, by gradient descent. A step takes time with the square of the number of examples; 10,000 are the most.
 *
 * @see <a href="https://jmlr.org/papers/v9/vandermaaten08a.html">van der Maaten and Hinton 2008</a>
 */
public final class Tsne {
    private static final double USUAL_PERPLEXITY = 30;
    private static final int USUAL_STEPS = 1_000;
    private static final int MOST_EXAMPLES = 10_000;

    private final Tensor rows;
    private final int dimensions;
    private final double perplexity;
    private final int steps;
    private final long seed;

    private Tsne(Tensor rows, int dimensions, double perplexity, int steps, long seed) {
        this.rows = rows;
        this.dimensions = dimensions;
        this.perplexity = perplexity;
        this.steps = steps;
        this.seed = seed;
    }

    /** Points in the plane for these examples, [n, …]. */
    public static Tsne of(Tensor x) {
        var rows = Rows.of("tsne", x, 7);
        if (rows.size(0) > MOST_EXAMPLES) {
            throw new ShapeException("tsne: expected up to " + MOST_EXAMPLES + " examples, got " + rows.size(0)
                    + "; take a part of them, data.sample(2000).x()");
        }
        double most = (rows.size(0) - 1) / 3.0;
        return new Tsne(rows, 2, Math.min(USUAL_PERPLEXITY, most), USUAL_STEPS, 0);
    }

    /** 2 for the plane, which is usual, 3 for space. */
    public Tsne dimensions(int n) {
        if (n != 2 && n != 3) {
            throw new IllegalArgumentException("tsne.dimensions: expected 2 or 3, got " + n);
        }
        return new Tsne(rows, n, perplexity, steps, seed);
    }

    /**
     * About how many neighbours count for each example; 30, or a third of the examples where these are few.
     *
     * @throws IllegalArgumentException if there are not three times as many examples
     */
    public Tsne perplexity(Number value) {
        double its = value.doubleValue();
        if (!(its >= 1) || 3 * its > rows.size(0) - 1) {
            throw new IllegalArgumentException("tsne.perplexity: expected 1 to "
                    + Math.floor((rows.size(0) - 1) / 3.0) + ", a third of the " + rows.size(0) + " examples, got "
                    + value);
        }
        return new Tsne(rows, dimensions, its, steps, seed);
    }

    /** How many steps of gradient descent; 1,000 unless said. */
    public Tsne steps(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("tsne.steps: expected 1 or more, got " + count);
        }
        return new Tsne(rows, dimensions, perplexity, count, seed);
    }

    /** Which first places the points have; the same seed gives the same points. 0 unless said. */
    public Tsne seed(long value) {
        return new Tsne(rows, dimensions, perplexity, steps, value);
    }

    /**
     * The points, one for each example.
     *
     * @return [n, 2] or [n, 3]
     * @throws IllegalStateException if it is interrupted; there is nothing to see then
     */
    public Tensor embedding() {
        var unfolding = new Unfolding(Neighbours.of(rows, perplexity), dimensions, seed);
        int done = unfolding.run(steps);
        if (done < steps) {
            throw new IllegalStateException("tsne: it was interrupted after " + done + " of its " + steps
                    + " steps; take fewer examples, or steps(250) for a quick look");
        }
        return new Tensor(Array.of(unfolding.points(), Shape.of(rows.size(0), dimensions))).to(DType.float32);
    }

    @Override
    public String toString() {
        return "tsne of " + rows.size(0) + " examples, perplexity " + perplexity + "; embedding() gives the points";
    }
}

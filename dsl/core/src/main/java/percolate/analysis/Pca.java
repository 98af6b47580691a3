package percolate.analysis;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.DType;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;

/**
 * Principal component analysis: the directions along which examples vary most, x − mean = U·S·Vᵀ. The rows of Vᵀ are the
 * directions, S²/(n − 1) the variances along them, z = (x − mean)·V the coordinates. In each direction the number of the
 * largest magnitude is positive, so that signs repeat.
 *
 * @see <a href="https://doi.org/10.1080/14786440109462720">Pearson 1901</a>
 */
public final class Pca {
    private final Shape example;
    private final Tensor mean;
    private final Tensor directions;
    private final Tensor variance;
    private final double total;

    private Pca(Shape example, Tensor mean, Tensor directions, Tensor variance, double total) {
        this.example = example;
        this.mean = mean;
        this.directions = directions;
        this.variance = variance;
        this.total = total;
    }

    /** All components of these examples, [n, …]. */
    public static Pca of(Tensor x) {
        var rows = Rows.of("pca", x, 2);
        var mean = rows.mean(0);
        var parts = rows.minus(mean).svd();
        var variance = parts.get(1).square().div(rows.size(0) - 1);
        return new Pca(
                x.shape().dropFirst(1),
                mean,
                signed(parts.get(2)),
                variance,
                variance.sum().toDoubleArray()[0]);
    }

    /** Rows whose number of the largest magnitude is positive. */
    private static Tensor signed(Tensor rows) {
        var largest = rows.gather(1, rows.abs().argmax(1).unsqueeze(1));
        return rows.times(largest.sign());
    }

    /**
     * The first {@code k} components alone.
     *
     * @throws IllegalArgumentException if there are not as many
     */
    public Pca components(int k) {
        int all = directions.size(0);
        if (k < 1 || k > all) {
            throw new IllegalArgumentException("pca.components: expected 1 to " + all
                    + ", the smaller of the numbers of examples and of features, got " + k);
        }
        return new Pca(example, mean, directions.slice(0, 0, k), variance.slice(0, 0, k), total);
    }

    /** How many components there are. */
    public int size() {
        return directions.size(0);
    }

    /** The directions, one row of length 1 each, [k, d]. */
    public Tensor directions() {
        return directions;
    }

    /** The mean of the examples, [d]. */
    public Tensor mean() {
        return mean;
    }

    /** The variance along each direction, [k], largest first. */
    public Tensor variance() {
        return variance;
    }

    /** The part of all variance that lies along each direction, [k]. */
    public Tensor explained() {
        return total == 0 ? variance : variance.div(total);
    }

    /**
     * The coordinates of examples, (x − mean)·V.
     *
     * @param x [n, …], examples of the shape that the components were found for
     * @return [n, k]
     */
    public Tensor transform(Tensor x) {
        if (x.shape().rank() < 2 || !x.shape().dropFirst(1).equals(example)) {
            throw new ShapeException("pca.transform: expected " + example.prepend(Math.max(1, first(x))) + ", got "
                    + x.shape() + "; give examples of the shape that pca(…) was given");
        }
        var rows = x.reshape(x.size(0), mean.size());
        return rows.to(DType.float32.joined(rows.dtype())).minus(mean).mm(directions.t());
    }

    private static int first(Tensor x) {
        return x.shape().rank() == 0 ? 1 : x.size(0);
    }

    /**
     * The examples that lie at these coordinates, z·Vᵀ + mean.
     *
     * @param z [n, k]
     * @return [n, …]
     */
    public Tensor inverse(Tensor z) {
        if (z.shape().rank() != 2 || z.size(1) != size()) {
            throw new ShapeException("pca.inverse: expected coordinates [n, " + size() + "], got shape " + z.shape()
                    + "; take what transform(…) gave");
        }
        return z.mm(directions).plus(mean).reshape(example.prepend(z.size(0)).toArray());
    }

    /** The first components with their parts of the variance. */
    @Override
    public String toString() {
        var parts = explained().toDoubleArray();
        var first = IntStream.range(0, Math.min(5, parts.length))
                .mapToObj(i -> String.format(Locale.ROOT, "%.1f %%", 100 * parts[i]))
                .collect(Collectors.joining(", "));
        return "pca of " + mean.size() + " features: " + size() + " components explain " + first
                + (parts.length > 5 ? ", …" : "");
    }
}

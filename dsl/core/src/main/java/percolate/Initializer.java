package percolate;

/**
 * How the first values of a weight are drawn: {@code dense(10).init(he())}, {@code parameter(xavier(), 3, 4)}. One of your
 * own is a lambda, {@code shape -> randn(shape).times(0.01)}; what it draws follows the seed of the session, or of the
 * training that draws new weights.
 */
@FunctionalInterface
public interface Initializer {
    /**
     * @param shape [inputs, outputs] of a matrix, [filters, channels, …window] of a convolution
     * @return a new tensor of this shape, float32
     */
    Tensor create(int... shape);
}

package percolate;

/** How the first values of a weight are made: {@code zeros()}, {@code xavier()}, or a lambda of one's own. */
@FunctionalInterface
public interface Initializer {
    /** New values of this shape, float32. */
    Tensor create(int... shape);
}

package percolate.model;

import percolate.DType;
import percolate.Shape;

/**
 * A value that arises within a layer and can be read beside its output: a gate, a last state, the places of maxima.
 *
 * @param name as students know it, for example {@code forget}
 * @param shape of one example
 */
public record Exposed(String name, Shape shape, DType dtype) {
    /** One of float32. */
    public Exposed(String name, Shape shape) {
        this(name, shape, DType.float32);
    }
}

package percolate.model;

import percolate.Shape;

/**
 * A tensor that a layer keeps: its name within the layer, its shape, and how its first values are drawn.
 *
 * @param name for example {@code weight}; a model's key is {@code dense1.weight}
 * @param trained whether it follows its gradient; a running mean does not, it belongs to the layer's own arithmetic
 */
public record Weight(String name, Shape shape, InitialValues initial, boolean trained) {
    /** One that is trained. */
    public Weight(String name, Shape shape, InitialValues initial) {
        this(name, shape, initial, true);
    }
}

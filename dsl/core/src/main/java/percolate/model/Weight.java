package percolate.model;

import percolate.Shape;

/**
 * A weight that a layer has: its name within the layer, its shape, and how its first values are drawn.
 *
 * @param name for example {@code weight}; a model's key is {@code dense1.weight}
 */
public record Weight(String name, Shape shape, InitialValues initial) {}

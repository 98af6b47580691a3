package percolate.model;

import percolate.DType;
import percolate.Initializer;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;

/**
 * A tensor that a layer keeps: its name within the layer, its shape, and how its first values are drawn.
 *
 * @param name for example {@code weight}; a model's key is {@code dense1.weight}
 * @param trained whether it follows its gradient; a running mean does not, it belongs to the layer's own arithmetic
 * @param units where its units are
 * @param byColumns whether its numbers lie in memory column by column, as the engine's operators over sequences read them
 */
public record Weight(String name, Shape shape, Initializer initial, boolean trained, Units units, boolean byColumns) {
    /** One whose units are where they are for most weights of its shape. */
    public Weight(String name, Shape shape, Initializer initial, boolean trained) {
        this(name, shape, initial, trained, Units.of(shape), false);
    }

    /** One that is trained. */
    public Weight(String name, Shape shape, Initializer initial) {
        this(name, shape, initial, true);
    }

    Weight named(String other) {
        return new Weight(other, shape, initial, trained, units, byColumns);
    }

    Weight with(Units its) {
        return new Weight(name, shape, initial, trained, its, byColumns);
    }

    Weight byColumns(boolean columns) {
        return new Weight(name, shape, initial, trained, units, columns);
    }

    /** First values, from the session's stream, or from a training's while that draws them. */
    public Tensor draw() {
        var values = initial.create(shape.toArray());
        if (!values.shape().equals(shape)) {
            throw new ShapeException("init: expected values of shape " + shape + ", got " + values.shape()
                    + "; an initialiser makes what it is asked for, shape -> randn(shape)");
        }
        return values.to(DType.float32).copy();
    }
}

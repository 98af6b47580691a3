package percolate.model;

import java.util.ArrayList;
import java.util.List;
import percolate.DType;
import percolate.Layer;
import percolate.Percolate;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.Array;

/** Finds out which shape a layer that runs in Java gives, by running it on a batch of zeros. */
public final class Probe {
    private static final int BATCH = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private Probe() {}

    /** The shape of one example of the layer's value; an axis that follows the time of an input is time. */
    public static <L extends Layer & Own> Shape shape(L layer, List<Shape> inputs) {
        var first = run(layer, inputs, SHORT);
        if (inputs.stream().allMatch(Shape::isKnown)) {
            return first;
        }
        var second = run(layer, inputs, LONG);
        var sizes = new ArrayList<>(first.sizes());
        for (int axis = 0; axis < sizes.size(); axis++) {
            if (!sizes.get(axis).equals(second.get(axis))) {
                sizes.set(axis, Percolate.TIME);
            }
        }
        return new Shape(sizes);
    }

    private static <L extends Layer & Own> Shape run(L layer, List<Shape> inputs, int time) {
        var batch = inputs.stream().map(shape -> zeros(shape, time)).toList();
        Tensor value;
        try {
            value = layer.run(batch);
        } catch (ShapeException e) {
            throw new ShapeException("in forward, for a batch of shape "
                    + String.join(
                            ", ", batch.stream().map(x -> x.shape().toString()).toList()) + ": "
                    + e.getMessage());
        }
        if (value.shape().rank() == 0 || value.size(0) != BATCH) {
            throw new ShapeException("forward: expected a value for each example, [batch, …], got shape "
                    + value.shape() + " for a batch of " + BATCH + "; keep the first axis as it is");
        }
        return value.shape().dropFirst(1);
    }

    private static Tensor zeros(Shape example, int time) {
        var sizes = new ArrayList<>(example.sizes());
        sizes.replaceAll(size -> size == Percolate.TIME ? time : size);
        var shape = new Shape(sizes).prepend(BATCH);
        return new Tensor(Array.of(new float[shape.length()], shape)).to(DType.float32);
    }
}

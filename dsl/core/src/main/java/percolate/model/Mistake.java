package percolate.model;

import java.util.function.Supplier;
import percolate.Layer;
import percolate.ShapeException;

/** Says where in a model something does not fit. */
public final class Mistake {
    private Mistake() {}

    /** Does something, and puts the place in front of its refusal. */
    public static <T> T at(String place, Supplier<T> action) {
        try {
            return action.get();
        } catch (ShapeException e) {
            throw new ShapeException(place + ": " + e.getMessage());
        }
    }

    /** A layer in short: one that stands for others by its kind alone. */
    public static String named(Layer layer) {
        if (!(layer instanceof Group)) {
            return layer.toString();
        }
        return layer.name().isEmpty() ? layer.kind() : layer.kind() + " \"" + layer.name() + "\"";
    }
}

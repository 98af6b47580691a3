package percolate.augment;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import percolate.Augmentation;
import percolate.Shape;

/**
 * Turned about its middle by an angle drawn evenly from −d to d; pixels in between are interpolated, outside is 0.
 *
 * @param degrees d, 0 or more
 */
public record Rotate(double degrees) implements Augmentation {
    public Rotate {
        if (!(degrees >= 0 && degrees <= 180)) {
            throw new IllegalArgumentException("rotate: expected an angle of 0 to 180 degrees, got " + degrees);
        }
    }

    @Override
    public UnaryOperator<Raster> draw(Shape image, RandomGenerator random) {
        double angle = Math.toRadians(degrees * (2 * random.nextDouble() - 1));
        return r -> r.turned(Math.sin(angle), Math.cos(angle));
    }

    @Override
    public String toString() {
        return "rotate(" + degrees + ")";
    }
}

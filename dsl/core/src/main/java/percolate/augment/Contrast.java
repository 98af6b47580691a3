package percolate.augment;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import percolate.Augmentation;
import percolate.Shape;

/**
 * The distances of an image's values to their mean times a factor drawn evenly from 1 − c to 1 + c.
 *
 * @param strength c, from 0 to 1
 */
public record Contrast(double strength) implements Augmentation {
    public Contrast {
        Strength.check("contrast", strength);
    }

    @Override
    public UnaryOperator<Raster> draw(Shape image, RandomGenerator random) {
        double factor = 1 + strength * (2 * random.nextDouble() - 1);
        return r -> r.labels() ? r : spread(r, factor);
    }

    private static Raster spread(Raster r, double factor) {
        double sum = 0;
        for (float value : r.values()) {
            sum += value;
        }
        double mean = sum / r.values().length;
        return r.made((c, row, column) -> (float) (mean + factor * (r.at(c, row, column) - mean)));
    }

    @Override
    public boolean isMoving() {
        return false;
    }

    @Override
    public String toString() {
        return "contrast(" + strength + ")";
    }
}

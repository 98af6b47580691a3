package percolate.augment;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import percolate.Augmentation;
import percolate.Shape;

/**
 * All values of an image times a factor drawn evenly from 1 − b to 1 + b; they are not cut to 0 … 1.
 *
 * @param strength b, from 0 to 1
 */
public record Brightness(double strength) implements Augmentation {
    public Brightness {
        Strength.check("brightness", strength);
    }

    @Override
    public UnaryOperator<Raster> draw(Shape image, RandomGenerator random) {
        double factor = 1 + strength * (2 * random.nextDouble() - 1);
        return r -> r.labels() ? r : r.made((c, row, column) -> (float) (factor * r.at(c, row, column)));
    }

    @Override
    public boolean isMoving() {
        return false;
    }

    @Override
    public String toString() {
        return "brightness(" + strength + ")";
    }
}

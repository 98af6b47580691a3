package percolate.augment;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import percolate.Augmentation;
import percolate.Shape;

/** Every second image is mirrored, left to right. */
public record Flip(boolean upsideDown) implements Augmentation {
    /** Mirrors top to bottom instead. */
    public Flip vertically() {
        return new Flip(true);
    }

    @Override
    public UnaryOperator<Raster> draw(Shape image, RandomGenerator random) {
        boolean mirrored = random.nextBoolean();
        return r -> !mirrored
                ? r
                : upsideDown
                        ? r.made((c, row, column) -> r.at(c, r.height() - 1 - row, column))
                        : r.made((c, row, column) -> r.at(c, row, r.width() - 1 - column));
    }

    @Override
    public String toString() {
        return upsideDown ? "flip().vertically()" : "flip()";
    }
}

package percolate.augment;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import percolate.Augmentation;
import percolate.Shape;

/** So many pixels of zeros at each side; before {@code crop} it lets patches reach over the edge. */
public record Pad(int pixels) implements Augmentation {
    public Pad {
        if (pixels < 0) {
            throw new IllegalArgumentException("pad: expected 0 pixels or more, got " + pixels);
        }
    }

    @Override
    public Shape outputShape(Shape image) {
        return Shape.of(image.get(0), image.get(1) + 2 * pixels, image.get(2) + 2 * pixels);
    }

    @Override
    public UnaryOperator<Raster> draw(Shape image, RandomGenerator random) {
        return still(image);
    }

    @Override
    public UnaryOperator<Raster> still(Shape image) {
        return r -> r.made(
                r.height() + 2 * pixels,
                r.width() + 2 * pixels,
                (c, row, column) -> r.at(c, row - pixels, column - pixels));
    }

    @Override
    public String toString() {
        return "pad(" + pixels + ")";
    }
}

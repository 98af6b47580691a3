package percolate.augment;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import percolate.Augmentation;
import percolate.Shape;

/**
 * A patch of an image, anywhere in it with equal probability; the middle where images only measure.
 *
 * @see <a href="https://papers.nips.cc/paper/4824">Krizhevsky, Sutskever and Hinton 2012, section 4.1</a>
 */
public record Crop(int height, int width) implements Augmentation {
    public Crop {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "crop: expected a height and a width of 1 pixel or more, got " + height + " and " + width);
        }
    }

    @Override
    public Shape outputShape(Shape image) {
        if (image.get(1) < height || image.get(2) < width) {
            throw new IllegalArgumentException(this + ": expected images at least as large as the patch, got " + image
                    + "; say resize(…) or pad(…) first, or cut a smaller patch");
        }
        return Shape.of(image.get(0), height, width);
    }

    @Override
    public UnaryOperator<Raster> draw(Shape image, RandomGenerator random) {
        return at(random.nextInt(image.get(1) - height + 1), random.nextInt(image.get(2) - width + 1));
    }

    @Override
    public UnaryOperator<Raster> still(Shape image) {
        return at((image.get(1) - height) / 2, (image.get(2) - width) / 2);
    }

    private UnaryOperator<Raster> at(int top, int left) {
        return r -> r.made(height, width, (c, row, column) -> r.at(c, top + row, left + column));
    }

    @Override
    public String toString() {
        return height == width ? "crop(" + height + ")" : "crop(" + height + ", " + width + ")";
    }
}

package percolate.augment;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import percolate.Augmentation;
import percolate.Shape;

/**
 * A square of zeros whose middle lies anywhere in the image; labels stay.
 *
 * @see <a href="https://arxiv.org/abs/1708.04552">DeVries and Taylor 2017</a>
 */
public record Cutout(int size) implements Augmentation {
    public Cutout {
        if (size < 1) {
            throw new IllegalArgumentException("cutout: expected a square of 1 pixel or more, got " + size);
        }
    }

    @Override
    public UnaryOperator<Raster> draw(Shape image, RandomGenerator random) {
        int top = random.nextInt(image.get(1)) - size / 2;
        int left = random.nextInt(image.get(2)) - size / 2;
        return r -> r.labels()
                ? r
                : r.made((c, row, column) -> {
                    boolean hidden = row >= top && row < top + size && column >= left && column < left + size;
                    return hidden ? 0 : r.at(c, row, column);
                });
    }

    @Override
    public boolean isMoving() {
        return false;
    }

    @Override
    public String toString() {
        return "cutout(" + size + ")";
    }
}

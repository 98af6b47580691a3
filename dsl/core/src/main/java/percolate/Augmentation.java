package percolate;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import percolate.augment.Raster;

/** A change of images that is drawn for each image in each epoch; see {@link Dataset#augment}. */
public interface Augmentation {
    /** What is done to one image of this shape, [channels, h, w], and to the mask that belongs to it. */
    @Internal
    UnaryOperator<Raster> draw(Shape image, RandomGenerator random);

    /** What is done to images that only measure: as a rule nothing. */
    @Internal
    default UnaryOperator<Raster> still(Shape image) {
        return raster -> raster;
    }

    /**
     * The shape of an image afterwards.
     *
     * @throws IllegalArgumentException if images of this shape cannot be changed so
     */
    @Internal
    default Shape outputShape(Shape image) {
        return image;
    }

    /** Whether pixels move, so that masks have to follow. */
    @Internal
    default boolean isMoving() {
        return true;
    }

    /** The same, fitted to the images of a training, [examples, channels, h, w]. */
    @Internal
    default Augmentation fitted(Tensor images) {
        return this;
    }
}

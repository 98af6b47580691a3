package percolate.data;

import java.util.function.UnaryOperator;
import percolate.Batch;
import percolate.Tensor;
import percolate.tensor.Scaled;

/** Examples that are images. */
public final class Images {
    private Images() {}

    /** @throws IllegalArgumentException unless these are images */
    public static Tensor require(String who, Tensor x) {
        if (x.shape().rank() != 4 || !x.dtype().isFloating()) {
            throw new IllegalArgumentException(
                    who + ": expected real-valued images [examples, channels, height, width],"
                            + " got " + x.shape() + " " + x.dtype()
                            + "; reshape them, for example with mapX(x -> x.reshape(-1, 1, 28, 28))");
        }
        return x;
    }

    /** Images of another size, with the masks and images among the targets that are as large. */
    public static UnaryOperator<Batch> resized(int height, int width) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "resize: expected a height and a width of 1 pixel or more, got " + height + " and " + width);
        }
        return batch -> {
            var x = require("resize", batch.x());
            var targets = batch.targets().stream()
                    .map(y -> isMask(y, x) || isImage(y, x) ? resized(y, height, width) : y)
                    .toList();
            var changed = batch.withX(resized(x, height, width));
            return new Batch(changed.inputs(), targets, batch.names(), batch.padding(), batch.weights());
        };
    }

    /** [examples, h, w], a label for each pixel of x. */
    static boolean isMask(Tensor y, Tensor x) {
        return y.shape().rank() == 3 && y.shape().dropFirst(1).equals(x.shape().dropFirst(2));
    }

    /** [examples, channels, h, w], as large as x. */
    static boolean isImage(Tensor y, Tensor x) {
        return y.shape().rank() == 4 && y.shape().dropFirst(2).equals(x.shape().dropFirst(2));
    }

    private static Tensor resized(Tensor images, int height, int width) {
        return images.shape().rank() == 3
                ? Scaled.nearest(images, height, width)
                : Scaled.bilinear(images, height, width);
    }
}

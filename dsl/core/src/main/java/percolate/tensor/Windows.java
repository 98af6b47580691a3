package percolate.tensor;

import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;

/** A filter or a window that slides over images, [batch, channels, height, width]. */
public final class Windows {
    private Windows() {}

    /**
     * The convolution as deep learning has it: the kernel is not turned over.
     *
     * @param kernel [filters, channels, height, width]
     * @return [batch, filters, …]
     */
    public static Tensor conv2d(Tensor x, Tensor kernel, int stride, int padding) {
        check("conv2d", x.shape());
        if (kernel.shape().rank() != 4 || kernel.size(1) != x.size(1) || kernel.size(2) < 1 || kernel.size(3) < 1) {
            throw new ShapeException("conv2d: expected a kernel [filters, " + x.size(1) + ", height, width] for images "
                    + x.shape() + ", got " + kernel.shape() + "; reshape it");
        }
        if (stride < 1 || padding < 0) {
            throw new IllegalArgumentException("conv2d: expected a stride of 1 or more and a padding of 0 or more, got "
                    + stride + " and " + padding);
        }
        fits("conv2d", x.shape(), kernel.size(2), kernel.size(3), padding);
        var result = Shape.of(
                x.size(0),
                kernel.size(0),
                places(x.size(2), kernel.size(2), stride, padding),
                places(x.size(3), kernel.size(3), stride, padding));
        x.array().ensureRoom(result);
        return Operators.call(
                "conv2d",
                "torch.conv2d(a, b, None, [%1$d, %1$d], [%2$d, %2$d], [1, 1], 1)".formatted(stride, padding),
                x,
                kernel);
    }

    /** The largest element of each window of size × size; windows do not overlap. */
    public static Tensor maxPool2d(Tensor x, int size) {
        check("maxPool2d", x.shape());
        if (size < 1) {
            throw new IllegalArgumentException("maxPool2d: expected a size of 1 or more, got " + size);
        }
        fits("maxPool2d", x.shape(), size, size, 0);
        return Operators.call(
                "maxPool2d",
                "torch.max_pool2d(a, [%1$d, %1$d], [%1$d, %1$d], [0, 0], [1, 1], False)".formatted(size),
                x);
    }

    private static int places(int size, int window, int stride, int padding) {
        return (size + 2 * padding - window) / stride + 1;
    }

    private static void check(String operation, Shape shape) {
        if (shape.rank() != 4) {
            throw new ShapeException(operation + ": expected images [batch, channels, height, width], got " + shape
                    + "; reshape them, one grey image is [1, 1, height, width]");
        }
    }

    private static void fits(String operation, Shape shape, int height, int width, int padding) {
        if (shape.get(2) + 2L * padding < height || shape.get(3) + 2L * padding < width) {
            throw new ShapeException(operation + ": expected images of at least " + height + " × " + width + ", got "
                    + shape + (padding > 0 ? " with a padding of " + padding : "") + "; take a smaller window");
        }
    }
}

package percolate.architecture;

import static percolate.Percolate.*;

import percolate.Model;
import percolate.Node;
import percolate.Shape;
import percolate.ShapeException;

/**
 * U-Net: a path down that halves the sides and doubles the channels, a path up that does the opposite, and between the two
 * a skip on each level. [channels, h, w] gives logits [classes, h, w].
 *
 * <p>Its convolutions keep the sides, as is usual today; the paper's lose two each, and its skips are cropped. The weights
 * are the same: 31,030,658 for one channel and two classes.
 *
 * @see <a href="https://arxiv.org/abs/1505.04597">Ronneberger et al. 2015, figure 1</a>
 */
public final class UNet {
    private UNet() {}

    /**
     * @param input an image whose sides can be halved {@code levels} times
     * @param width the filters of the first level; 64 in the paper
     * @param levels how often the sides are halved; 4 in the paper
     */
    public static Model of(Node input, int classes, int width, int levels) {
        check(input.shape(), width, levels);
        return model(input, level(input, width, levels).then(conv2d(classes, 1).named("classifier")));
    }

    private static Node level(Node x, int width, int below) {
        var skip = twice(x, width);
        if (below == 0) {
            return skip;
        }
        var deep = level(skip.then(maxPool2d(2)), 2 * width, below - 1);
        var up = deep.then(convTranspose2d(width, 2).stride(2));
        return twice(skip.concat(up), width);
    }

    private static Node twice(Node x, int filters) {
        var convolution = conv2d(filters, 3).same().relu();
        return x.then(convolution).then(convolution);
    }

    private static void check(Shape image, int width, int levels) {
        if (width < 1 || levels < 1 || levels > 16) {
            throw new IllegalArgumentException(
                    "uNet: expected a width of 1 or more and 1 to 16 levels, got " + width + " and " + levels);
        }
        int divisor = 1 << levels;
        if (image.rank() != 3 || image.get(1) % divisor != 0 || image.get(2) % divisor != 0) {
            throw new ShapeException("uNet: expected an image [channels, height, width] whose sides can be halved "
                    + levels + " times, got " + image + "; choose sides that are multiples of " + divisor
                    + ", or fewer levels");
        }
    }
}

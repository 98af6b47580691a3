package percolate.architecture;

import static percolate.Percolate.*;

import java.util.ArrayDeque;
import java.util.List;
import percolate.Model;
import percolate.Node;
import percolate.Shape;
import percolate.ShapeException;

/**
 * SegNet: the convolutions of VGG-16 down, each pooling remembering where its maxima were, and their mirror image up, which
 * puts the elements back there. Batch normalisation follows each convolution. [channels, h, w] gives logits [classes, h, w].
 *
 * @see <a href="https://arxiv.org/abs/1511.00561">Badrinarayanan et al. 2017, figure 2</a>
 */
public final class SegNet {
    /** The filters of each convolution, level by level. */
    private static final List<List<Integer>> DOWN = List.of(
            List.of(64, 64), List.of(128, 128), List.of(256, 256, 256), List.of(512, 512, 512), List.of(512, 512, 512));

    private static final List<List<Integer>> UP = List.of(
            List.of(512, 512, 512), List.of(512, 512, 256), List.of(256, 256, 128), List.of(128, 64), List.of(64));

    private SegNet() {}

    /**
     * @param input an image [channels, height, width] whose sides can be halved five times
     * @param part divides the filters of each convolution: 1 in the paper
     */
    public static Model of(Node input, int classes, int part) {
        check(input.shape(), part);
        var pooled = new ArrayDeque<Node>();
        var place = input;
        for (var level : DOWN) {
            place = normalised(place, level, part).then(maxPool2d(2).withIndices());
            pooled.push(place);
        }
        for (var level : UP) {
            place = place.then(unpool2d(2), pooled.pop().indices());
            place = normalised(place, level, part);
        }
        return model(input, place.then(conv2d(classes, 3).same().named("classifier")));
    }

    private static Node normalised(Node from, List<Integer> filters, int part) {
        var place = from;
        for (int count : filters) {
            place = place.then(conv2d(count / part, 3).same().init(he()))
                    .then(batchNorm().relu());
        }
        return place;
    }

    private static void check(Shape image, int part) {
        if (part < 1 || part > 64) {
            throw new IllegalArgumentException("segNet: expected the filters divided by 1 to 64, got " + part);
        }
        if (image.rank() != 3 || image.get(1) % 32 != 0 || image.get(2) % 32 != 0) {
            throw new ShapeException(
                    "segNet: expected an image [channels, height, width] whose sides can be halved five"
                            + " times, got " + image + "; choose sides that are multiples of 32");
        }
    }
}

package percolate.architecture;

import static percolate.Percolate.*;

import percolate.Model;
import percolate.Node;

/**
 * AlexNet with the two groups of convolutions that the paper split over two graphics cards, local response normalisation,
 * and overlapping pooling. The paper writes images of 224, its sizes fit 227: (227 − 11) / 4 + 1 = 55.
 *
 * @see <a href="https://papers.nips.cc/paper/4824">Krizhevsky et al. 2012</a>
 */
public final class AlexNet {
    private AlexNet() {}

    /** @param input an image [channels, height, width] of 67 or more a side */
    public static Model of(Node input, int classes) {
        return sequential(
                input,
                conv2d(96, 11).stride(4).relu().named("conv1"),
                localResponseNorm(),
                maxPool2d(3).stride(2),
                conv2d(256, 5).same().groups(2).relu().named("conv2"),
                localResponseNorm(),
                maxPool2d(3).stride(2),
                conv2d(384, 3).same().relu().named("conv3"),
                conv2d(384, 3).same().groups(2).relu().named("conv4"),
                conv2d(256, 3).same().groups(2).relu().named("conv5"),
                maxPool2d(3).stride(2),
                flatten(),
                dense(4096).relu().named("fc6"),
                dropout(0.5),
                dense(4096).relu().named("fc7"),
                dropout(0.5),
                dense(classes).named("fc8"));
    }
}

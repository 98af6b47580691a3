package percolate.architecture;

import static percolate.Percolate.*;

import percolate.Model;
import percolate.Node;

/**
 * ZFNet, AlexNet as its authors changed it after they had looked into it: a smaller first window, a smaller stride, no
 * groups. Its sides are 224, 110, 55, 26, 13, 13, 13, 13, 6, as figure 3 has them. For the paper's contrast normalisation
 * it takes AlexNet's local response normalisation.
 *
 * @see <a href="https://arxiv.org/abs/1311.2901">Zeiler and Fergus 2014, figure 3</a>
 */
public final class ZfNet {
    private ZfNet() {}

    /** @param input an image [channels, height, width] of 45 or more a side */
    public static Model of(Node input, int classes) {
        return sequential(
                input,
                conv2d(96, 7).stride(2).padding(1).relu().named("conv1"),
                maxPool2d(3).stride(2).padding(1),
                localResponseNorm(),
                conv2d(256, 5).stride(2).relu().named("conv2"),
                maxPool2d(3).stride(2).padding(1),
                localResponseNorm(),
                conv2d(384, 3).same().relu().named("conv3"),
                conv2d(384, 3).same().relu().named("conv4"),
                conv2d(256, 3).same().relu().named("conv5"),
                maxPool2d(3).stride(2),
                flatten(),
                dense(4096).relu().named("fc6"),
                dropout(0.5),
                dense(4096).relu().named("fc7"),
                dropout(0.5),
                dense(classes).named("fc8"));
    }
}

package percolate.architecture;

import static percolate.Percolate.*;

import percolate.Layer;
import percolate.Model;
import percolate.Node;
import percolate.model.Branches;

/**
 * GoogLeNet: nine inception modules, each of which looks through windows of several sizes at once and narrows the channels
 * before the large ones. Without the two auxiliary classifiers, which the paper drops after training.
 *
 * @see <a href="https://arxiv.org/abs/1409.4842">Szegedy et al. 2015, table 1</a>
 */
public final class GoogLeNet {
    private GoogLeNet() {}

    /** @param input an image [channels, height, width]; its sides are divided by 32, then averaged over */
    public static Model of(Node input, int classes) {
        return sequential(
                input,
                conv2d(64, 7).stride(2).same().relu().named("conv1"),
                halved(),
                localResponseNorm(),
                conv2d(64, 1).relu().named("conv2_reduce"),
                conv2d(192, 3).same().relu().named("conv2"),
                localResponseNorm(),
                halved(),
                inception(64, 96, 128, 16, 32, 32).named("inception3a"),
                inception(128, 128, 192, 32, 96, 64).named("inception3b"),
                halved(),
                inception(192, 96, 208, 16, 48, 64).named("inception4a"),
                inception(160, 112, 224, 24, 64, 64).named("inception4b"),
                inception(128, 128, 256, 24, 64, 64).named("inception4c"),
                inception(112, 144, 288, 32, 64, 64).named("inception4d"),
                inception(256, 160, 320, 32, 128, 128).named("inception4e"),
                halved(),
                inception(256, 160, 320, 32, 128, 128).named("inception5a"),
                inception(384, 192, 384, 48, 128, 128).named("inception5b"),
                globalAvgPool2d(),
                dropout(0.4),
                dense(classes).named("classifier"));
    }

    private static Layer halved() {
        return maxPool2d(3).stride(2).same();
    }

    /** The numbers of filters in the order of the paper's table: 1×1, before 3×3, 3×3, before 5×5, 5×5, behind the pooling. */
    private static Branches inception(int one, int before3, int three, int before5, int five, int pooled) {
        return concat(
                conv2d(one, 1).relu(),
                sequential(conv2d(before3, 1).relu(), conv2d(three, 3).same().relu()),
                sequential(conv2d(before5, 1).relu(), conv2d(five, 5).same().relu()),
                sequential(maxPool2d(3).stride(1).same(), conv2d(pooled, 1).relu()));
    }
}

package percolate.architecture;

import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.List;
import percolate.Layer;
import percolate.Model;
import percolate.Node;
import percolate.model.Conv2d;
import percolate.model.Residual;

/**
 * ResNet: four stages of residual blocks with batch normalisation, a projection (option B) where a block changes the shape.
 * ResNet-18 has blocks of two 3×3 convolutions, the deeper ones bottlenecks of 1×1, 3×3 and 1×1. The stride of a bottleneck
 * is that of its 3×3 convolution, as all libraries have it; in the paper it is the first one's, with the same weights.
 *
 * @see <a href="https://arxiv.org/abs/1512.03385">He et al. 2016, table 1</a>
 */
public final class ResNet {
    private final boolean bottlenecks;
    private final List<Integer> blocks;

    private ResNet(boolean bottlenecks, Integer... blocks) {
        this.bottlenecks = bottlenecks;
        this.blocks = List.of(blocks);
    }

    /** 18 layers with weights. */
    public static ResNet eighteen() {
        return new ResNet(false, 2, 2, 2, 2);
    }

    /** 50 layers with weights. */
    public static ResNet fifty() {
        return new ResNet(true, 3, 4, 6, 3);
    }

    /** 152 layers with weights. */
    public static ResNet hundredFiftyTwo() {
        return new ResNet(true, 3, 8, 36, 3);
    }

    /** @param input an image [channels, height, width]; its sides are divided by 32, then averaged over */
    public Model of(Node input, int classes) {
        var layers = new ArrayList<Layer>(List.of(
                convolution(64, 7).stride(2).named("conv1"),
                batchNorm().relu(),
                maxPool2d(3).stride(2).same()));
        for (int stage = 0; stage < blocks.size(); stage++) {
            for (int i = 0; i < blocks.get(stage); i++) {
                int stride = i == 0 && stage > 0 ? 2 : 1;
                layers.add(block(64 << stage, stride).named("conv" + (stage + 2) + "_" + (i + 1)));
            }
        }
        layers.addAll(List.of(globalAvgPool2d(), dense(classes).named("classifier")));
        return sequential(input, layers);
    }

    private Residual block(int filters, int stride) {
        return bottlenecks ? bottleneck(filters, stride) : plain(filters, stride);
    }

    private static Residual plain(int filters, int stride) {
        return residual(
                        convolution(filters, 3).stride(stride),
                        batchNorm().relu(),
                        convolution(filters, 3),
                        batchNorm())
                .relu();
    }

    private static Residual bottleneck(int filters, int stride) {
        return residual(
                        convolution(filters, 1),
                        batchNorm().relu(),
                        convolution(filters, 3).stride(stride),
                        batchNorm().relu(),
                        convolution(4 * filters, 1),
                        batchNorm())
                .relu();
    }

    /** Without a bias, which the normalisation behind it would take away again. */
    private static Conv2d convolution(int filters, int size) {
        return conv2d(filters, size).same().withBias(false).init(he());
    }
}

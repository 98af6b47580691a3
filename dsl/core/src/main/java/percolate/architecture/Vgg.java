package percolate.architecture;

import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.List;
import percolate.Layer;
import percolate.Model;
import percolate.Node;
import percolate.model.Conv2d;

/**
 * VGG: five blocks of 3×3 convolutions, each followed by a pooling that halves the sides, and three dense layers.
 *
 * @see <a href="https://arxiv.org/abs/1409.1556">Simonyan and Zisserman 2015, table 1, columns D and E</a>
 */
public final class Vgg {
    private static final List<Integer> FILTERS = List.of(64, 128, 256, 512, 512);

    private Vgg() {}

    /**
     * @param depth the number of layers with weights, 16 or 19
     * @param input an image [channels, height, width] of 32 or more a side
     */
    public static Model of(int depth, Node input, int classes) {
        var layers = new ArrayList<Layer>();
        for (int block = 0; block < FILTERS.size(); block++) {
            for (int i = 1; i <= convolutions(depth, block); i++) {
                layers.add(convolution(FILTERS.get(block)).named("conv" + (block + 1) + "_" + i));
            }
            layers.add(maxPool2d(2));
        }
        layers.addAll(List.of(
                flatten(),
                dense(4096).relu().named("fc6"),
                dropout(0.5),
                dense(4096).relu().named("fc7"),
                dropout(0.5),
                dense(classes).named("fc8")));
        return sequential(input, layers);
    }

    private static Conv2d convolution(int filters) {
        return conv2d(filters, 3).same().relu();
    }

    /** How many convolutions a block has, counted from 0. */
    private static int convolutions(int depth, int block) {
        return block < 2 ? 2 : depth == 16 ? 3 : 4;
    }
}

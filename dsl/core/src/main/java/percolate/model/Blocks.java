package percolate.model;

import java.util.ArrayList;
import percolate.Initializer;
import percolate.Percolate;
import percolate.Tensor;

/** Weights that stand side by side in one tensor but work apart, such as gates and groups: each is drawn by itself. */
final class Blocks {
    private Blocks() {}

    /** Draws {@code count} blocks of one size, one after the other along an axis. */
    static Initializer of(int axis, int count, Initializer block) {
        return count == 1 ? block : shape -> joined(axis, count, block, shape);
    }

    private static Tensor joined(int axis, int count, Initializer block, int[] shape) {
        var sizes = shape.clone();
        sizes[axis] /= count;
        var blocks = new ArrayList<Tensor>();
        for (int i = 0; i < count; i++) {
            blocks.add(block.create(sizes));
        }
        return Percolate.concat(axis, blocks.toArray(Tensor[]::new));
    }
}

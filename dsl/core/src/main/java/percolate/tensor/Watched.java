package percolate.tensor;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import percolate.Tensor;
import percolate.engine.Array;

/**
 * Plain tensors that are recorded for the length of one computation, so that a loss can be differentiated by data. Several
 * computations, in several threads too, may watch the same tensor: the last one lets go of it.
 */
final class Watched {
    private static final IdentityHashMap<Array, Integer> WATCHES = new IdentityHashMap<>();

    private final List<Array> mine;

    private Watched(List<Array> mine) {
        this.mine = mine;
    }

    static Watched of(List<Tensor> tensors) {
        var mine = new ArrayList<Array>();
        synchronized (WATCHES) {
            for (var tensor : tensors) {
                var array = tensor.array();
                if (WATCHES.containsKey(array) || !array.isRecorded()) {
                    WATCHES.merge(array, 1, Integer::sum);
                    array.requireGradient();
                    mine.add(array);
                }
            }
        }
        return new Watched(mine);
    }

    /** Lets go of them. */
    void close() {
        synchronized (WATCHES) {
            for (var array : mine) {
                if (WATCHES.merge(array, -1, Integer::sum) == 0) {
                    WATCHES.remove(array);
                    array.forgetGradient();
                }
            }
        }
    }
}

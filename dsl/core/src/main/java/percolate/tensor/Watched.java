package percolate.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import percolate.Tensor;
import percolate.engine.Array;

/**
 * Plain tensors that are recorded for the length of one computation, so that a loss can be differentiated by data. Several
 * computations, in several threads too, may watch the same tensor: the last one lets go of it.
 */
final class Watched implements AutoCloseable {
    private static final Map<Array, Integer> WATCHES = new HashMap<>();

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

    @Override
    public void close() {
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

package percolate.model;

import java.util.List;
import java.util.Map;
import percolate.Layer;
import percolate.Tensor;

/** A layer that runs in Java, so that a model that holds it runs step by step. */
public interface Own {
    /** The value for a batch of each input. */
    Tensor run(List<Tensor> inputs);

    /**
     * The value for a batch of each input, of a layer that takes states over from one batch to the next.
     *
     * @param carried the states; those after this batch are put there
     */
    default Tensor run(List<Tensor> inputs, List<Variable> carried) {
        return run(inputs);
    }

    /** The weights that belong to it. */
    OwnWeights own();

    /**
     * A copy with weights of its own, of the same numbers.
     *
     * @param copies what was copied already, with its copy
     */
    Layer copied(Map<Object, Object> copies);
}

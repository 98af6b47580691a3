package percolate.model;

import java.util.List;
import java.util.Map;
import percolate.Layer;
import percolate.Tensor;

/** A layer that runs in Java, so that a model that holds it runs step by step. */
public interface Own {
    /** The value for a batch of each input. */
    Tensor run(List<Tensor> inputs);

    /** The weights that belong to it. */
    OwnWeights own();

    /**
     * A copy with weights of its own, of the same numbers.
     *
     * @param copies what was copied already, with its copy
     */
    Layer copied(Map<Object, Object> copies);
}

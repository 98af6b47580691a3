package percolate;

import java.util.List;

/** What owns weights that follow their gradients: a tensor made by {@code parameter(…)}, a model, a layer of one's own. */
public interface Parameters {
    /** The tensors that are trained, in a fixed order; they are the weights themselves, no copies. */
    @Internal
    List<Tensor> parameters();

    /** The names of these tensors within their owner, for example {@code dense1.weight}; none where they have no names. */
    @Internal
    default List<String> parameterNames() {
        return List.of();
    }
}

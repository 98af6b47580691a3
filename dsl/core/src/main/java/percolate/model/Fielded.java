package percolate.model;

import java.util.List;
import percolate.Parameters;
import percolate.Tensor;

/** What one writes oneself, with fields that hold what it learns: a layer, a recurrent layer's step. */
public interface Fielded extends Parameters {
    /** The weights that its fields hold now. */
    OwnWeights own();

    @Override
    default List<Tensor> parameters() {
        return own().tensors();
    }

    @Override
    default List<String> parameterNames() {
        return own().names();
    }
}

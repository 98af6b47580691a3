package percolate.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.function.UnaryOperator;

/** Functions of each element, in those of DJL's public words that are one native call. */
public enum Unary {
    exp(NDArray::exp),
    log(NDArray::log),
    sqrt(NDArray::sqrt),
    abs(NDArray::abs),
    sign(NDArray::sign),
    round(NDArray::round),
    sin(NDArray::sin),
    cos(NDArray::cos),
    tanh(NDArray::tanh),
    sigmoid(Activation::sigmoid),
    relu(Activation::relu),
    gelu(Activation::gelu),
    softplus(Activation::softPlus),
    not(NDArray::logicalNot);

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    final UnaryOperator<NDArray> operation;

    Unary(UnaryOperator<NDArray> operation) {
        this.operation = operation;
    }
}

package percolate.engine;

import ai.djl.ndarray.NDArray;
import java.util.function.BinaryOperator;

/** Functions of two arrays' elements, the smaller array stretched to the larger. */
public enum Binary {
    plus(NDArray::add),
    minus(NDArray::sub),
    times(NDArray::mul),
    div(NDArray::div),
    rem(NDArray::mod),
    pow(NDArray::pow),
    maximum(NDArray::maximum),
    minimum(NDArray::minimum),
    eq(NDArray::eq),
    ne(NDArray::neq),
    gt(NDArray::gt),
    ge(NDArray::gte),
    lt(NDArray::lt),
    le(NDArray::lte),
    and(NDArray::logicalAnd),
    or(NDArray::logicalOr);

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    final BinaryOperator<NDArray> operation;

    Binary(BinaryOperator<NDArray> operation) {
        this.operation = operation;
    }
}

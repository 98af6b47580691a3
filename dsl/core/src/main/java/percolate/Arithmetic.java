package percolate;

import java.util.Arrays;
import java.util.Objects;
import percolate.engine.Array;
import percolate.engine.Binary;
import percolate.tensor.Broadcast;
import percolate.tensor.Scalar;

/**
 * What a tensor does with another tensor or with a number, element by element. Shapes broadcast, types join as in PyTorch;
 * a number takes the tensor's type where that can hold it.
 */
public abstract sealed class Arithmetic permits Elementwise {
    private final Array array;

    Arithmetic(Array array) {
        this.array = Objects.requireNonNull(array);
    }

    /** The native array behind this tensor. */
    @Internal
    public Array array() {
        return array;
    }

    public Shape shape() {
        return array.shape();
    }

    public DType dtype() {
        return array.dtype();
    }

    /** this + other. */
    public Tensor plus(Tensor other) {
        return with(Binary.plus, other);
    }

    public Tensor plus(Number value) {
        return with(Binary.plus, value);
    }

    /** this − other. */
    public Tensor minus(Tensor other) {
        return counting().with(Binary.minus, other.counting());
    }

    public Tensor minus(Number value) {
        return with(Binary.minus, value);
    }

    /** this · other, element by element; for the matrix product see {@link Tensor#mm}. */
    public Tensor times(Tensor other) {
        return with(Binary.times, other);
    }

    public Tensor times(Number value) {
        return with(Binary.times, value);
    }

    /** this / other; integers give float32. */
    public Tensor div(Tensor other) {
        return with(Binary.div, other);
    }

    public Tensor div(Number value) {
        return floating().with(Binary.div, value);
    }

    /** The rest of the division, which has the divisor's sign, as in Python: −1 rem 3 is 2. */
    public Tensor rem(Tensor other) {
        return divisible(other.dtype(), other.array()).with(Binary.rem, other.counting());
    }

    public Tensor rem(Number value) {
        var type = Scalar.joined(counting().dtype(), value);
        return divisible(type, Scalar.of(value, type)).with(Binary.rem, value);
    }

    public Tensor pow(Number exponent) {
        return (exponent.doubleValue() < 0 ? floating() : counting()).with(Binary.pow, exponent);
    }

    public Tensor pow(Tensor exponent) {
        return counting().with(Binary.pow, exponent.counting());
    }

    /** The larger of both. */
    public Tensor maximum(Tensor other) {
        return with(Binary.maximum, other);
    }

    public Tensor maximum(Number value) {
        return with(Binary.maximum, value);
    }

    /** The smaller of both. */
    public Tensor minimum(Tensor other) {
        return with(Binary.minimum, other);
    }

    public Tensor minimum(Number value) {
        return with(Binary.minimum, value);
    }

    /** Whether elements are equal, as bool. */
    public Tensor eq(Tensor other) {
        return with(Binary.eq, other);
    }

    public Tensor eq(Number value) {
        return with(Binary.eq, value);
    }

    /** Whether elements differ, as bool. */
    public Tensor ne(Tensor other) {
        return with(Binary.ne, other);
    }

    public Tensor ne(Number value) {
        return with(Binary.ne, value);
    }

    /** Whether elements are greater, as bool. */
    public Tensor gt(Tensor other) {
        return with(Binary.gt, other);
    }

    public Tensor gt(Number value) {
        return with(Binary.gt, value);
    }

    /** Whether elements are greater or equal, as bool. */
    public Tensor ge(Tensor other) {
        return with(Binary.ge, other);
    }

    public Tensor ge(Number value) {
        return with(Binary.ge, value);
    }

    /** Whether elements are less, as bool. */
    public Tensor lt(Tensor other) {
        return with(Binary.lt, other);
    }

    public Tensor lt(Number value) {
        return with(Binary.lt, value);
    }

    /** Whether elements are less or equal, as bool. */
    public Tensor le(Tensor other) {
        return with(Binary.le, other);
    }

    public Tensor le(Number value) {
        return with(Binary.le, value);
    }

    /** Whether both are true, as bool; numbers are true unless they are 0. */
    public Tensor and(Tensor other) {
        return with(Binary.and, other);
    }

    /** Whether one of both is true, as bool. */
    public Tensor or(Tensor other) {
        return with(Binary.or, other);
    }

    /** This in a type that has fractions. */
    final Tensor floating() {
        return dtype().isFloating() ? self() : new Tensor(array.to(DType.float32));
    }

    /** Booleans as the numbers 0 and 1, where arithmetic has no booleans. */
    final Tensor counting() {
        return dtype() == DType.bool ? new Tensor(array.to(DType.int64)) : self();
    }

    final Tensor self() {
        return (Tensor) this;
    }

    final Tensor with(Binary operation, Tensor other) {
        Broadcast.check(operation + ":", shape(), other.shape());
        return new Tensor(array.with(operation, other.array()));
    }

    final Tensor with(Binary operation, Number value) {
        var type = Scalar.joined(dtype(), value);
        return new Tensor(array.to(type).with(operation, Scalar.of(value, type)));
    }

    /** The native library ends the process on integers modulo 0, or says little. */
    private Tensor divisible(DType type, Array divisor) {
        boolean whole = !type.isFloating() && !dtype().isFloating();
        if (whole && Arrays.stream(divisor.toLongs()).anyMatch(d -> d == 0)) {
            throw new IllegalArgumentException(
                    "rem: expected a divisor other than 0 for integers, got 0; take to(float32) for NaN");
        }
        return counting();
    }
}

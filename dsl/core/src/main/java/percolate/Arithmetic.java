package percolate;

import java.util.Objects;
import java.util.stream.LongStream;
import percolate.engine.Array;
import percolate.engine.Binary;
import percolate.tensor.Broadcast;
import percolate.tensor.Scalar;

/**
 * What a tensor does with another tensor or with a number, element by element. Shapes broadcast, types join as in PyTorch;
 * a number takes the tensor's type where that can hold it. Shapes that do not fit are a {@link ShapeException}.
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

    /** The size of each axis. */
    public Shape shape() {
        return array.shape();
    }

    /** The type of the elements. */
    public DType dtype() {
        return array.dtype();
    }

    /** this + other. */
    public Tensor plus(Tensor other) {
        return with(Binary.plus, other);
    }

    /** this + value. */
    public Tensor plus(Number value) {
        return with(Binary.plus, value);
    }

    /** this − other. */
    public Tensor minus(Tensor other) {
        return counting().with(Binary.minus, other.counting());
    }

    /** this − value. */
    public Tensor minus(Number value) {
        return with(Binary.minus, value);
    }

    /** this · other, element by element; for the matrix product see {@link Tensor#mm}. */
    public Tensor times(Tensor other) {
        return with(Binary.times, other);
    }

    /** this · value. */
    public Tensor times(Number value) {
        return with(Binary.times, value);
    }

    /** this / other; integers give float32. */
    public Tensor div(Tensor other) {
        return with(Binary.div, other);
    }

    /** this / value; integers give float32. */
    public Tensor div(Number value) {
        return floating().with(Binary.div, value);
    }

    /**
     * The rest of the division, which has the divisor's sign, as in Python: −1 rem 3 is 2.
     *
     * @throws IllegalArgumentException if integers are divided by 0
     */
    public Tensor rem(Tensor other) {
        var divisor = other.counting();
        return isWhole(divisor.dtype())
                ? counting().with(Binary.rem, divisible(divisor))
                : counting().with(Binary.rem, divisor);
    }

    /** The rest of the division by a number, which has its sign: −1 rem 3 is 2. */
    public Tensor rem(Number value) {
        var type = Scalar.joined(counting().dtype(), value);
        return isWhole(type)
                ? counting().to(type).with(Binary.rem, divisible(value.longValue()))
                : counting().with(Binary.rem, value);
    }

    /** thisᵉ for an exponent e; a negative one gives integers as float32. */
    public Tensor pow(Number exponent) {
        return (exponent.doubleValue() < 0 ? floating() : counting()).with(Binary.pow, exponent);
    }

    /** thisᵉ, element by element, for exponents e. */
    public Tensor pow(Tensor exponent) {
        return counting().with(Binary.pow, exponent.counting());
    }

    /** The larger of both. */
    public Tensor maximum(Tensor other) {
        return with(Binary.maximum, other);
    }

    /** max(this, value). */
    public Tensor maximum(Number value) {
        return with(Binary.maximum, value);
    }

    /** The smaller of both. */
    public Tensor minimum(Tensor other) {
        return with(Binary.minimum, other);
    }

    /** min(this, value). */
    public Tensor minimum(Number value) {
        return with(Binary.minimum, value);
    }

    /** Whether elements are equal, as bool. */
    public Tensor eq(Tensor other) {
        return with(Binary.eq, other);
    }

    /** Whether elements equal a number, as bool. */
    public Tensor eq(Number value) {
        return with(Binary.eq, value);
    }

    /** Whether elements differ, as bool. */
    public Tensor ne(Tensor other) {
        return with(Binary.ne, other);
    }

    /** Whether elements differ from a number, as bool. */
    public Tensor ne(Number value) {
        return with(Binary.ne, value);
    }

    /** Whether elements are greater, as bool. */
    public Tensor gt(Tensor other) {
        return with(Binary.gt, other);
    }

    /** Whether elements are greater than a number, as bool. */
    public Tensor gt(Number value) {
        return with(Binary.gt, value);
    }

    /** Whether elements are greater or equal, as bool. */
    public Tensor ge(Tensor other) {
        return with(Binary.ge, other);
    }

    /** Whether elements are a number or greater, as bool. */
    public Tensor ge(Number value) {
        return with(Binary.ge, value);
    }

    /** Whether elements are less, as bool. */
    public Tensor lt(Tensor other) {
        return with(Binary.lt, other);
    }

    /** Whether elements are less than a number, as bool. */
    public Tensor lt(Number value) {
        return with(Binary.lt, value);
    }

    /** Whether elements are less or equal, as bool. */
    public Tensor le(Tensor other) {
        return with(Binary.le, other);
    }

    /** Whether elements are a number or less, as bool. */
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

    private boolean isWhole(DType divisor) {
        return !divisor.isFloating() && !dtype().isFloating();
    }

    /**
     * Divisors that leave the same rests without harm: on 0, and on the smallest number divided by −1, the native library
     * ends the process.
     */
    private static Tensor divisible(Tensor divisor) {
        long[] all = divisor.toLongArray();
        for (long each : all) {
            divisible(each);
        }
        return LongStream.of(all).anyMatch(d -> d == -1)
                ? divisor.plus(divisor.eq(-1).to(divisor.dtype()).times(2))
                : divisor;
    }

    private static long divisible(long divisor) {
        if (divisor == 0) {
            throw new IllegalArgumentException(
                    "rem: expected a divisor other than 0 for integers, got 0; take to(float32) for NaN");
        }
        return divisor == -1 ? 1 : divisor;
    }
}

package percolate;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import percolate.engine.Array;
import percolate.tensor.Axes;
import percolate.tensor.Broadcast;
import percolate.tensor.Leaf;
import percolate.tensor.Reshaping;
import percolate.tensor.Scalar;
import percolate.tensor.Selection;
import percolate.tensor.TensorText;

/**
 * Numbers in a grid of any number of axes, computed natively. Operations give new tensors; shapes broadcast as in NumPy:
 * aligned at the last axis, an axis of size 1 stretches.
 *
 * <p>Float32 unless told otherwise. Nobody closes a tensor: its memory goes when nothing reaches it any more.
 */
public final class Tensor implements Parameters {
    private final Array array;

    /** Wraps what the engine computed. */
    @Internal
    public Tensor(Array array) {
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

    /** The number of elements. */
    public int size() {
        return shape().length();
    }

    /** The size of one axis; negative axes count from the end. */
    public int size(int axis) {
        return shape().get(axis);
    }

    /** this + other, element by element. */
    public Tensor plus(Tensor other) {
        return new Tensor(array.plus(fitting("plus", other)));
    }

    public Tensor plus(Number value) {
        return with(value, Array::plus);
    }

    /** this − other, element by element. */
    public Tensor minus(Tensor other) {
        return new Tensor(counting().array.minus(fitting("minus", other.counting())));
    }

    public Tensor minus(Number value) {
        return with(value, Array::minus);
    }

    /** this · other, element by element; for the matrix product see {@link #mm}. */
    public Tensor times(Tensor other) {
        return new Tensor(array.times(fitting("times", other)));
    }

    public Tensor times(Number value) {
        return with(value, Array::times);
    }

    /** this / other, element by element. */
    public Tensor div(Tensor other) {
        return new Tensor(array.div(fitting("div", other)));
    }

    public Tensor div(Number value) {
        return floating().with(value, Array::div);
    }

    public Tensor pow(Number exponent) {
        return (exponent.doubleValue() < 0 ? floating() : this).with(exponent, Array::pow);
    }

    public Tensor pow(Tensor exponent) {
        return new Tensor(counting().array.pow(fitting("pow", exponent)));
    }

    public Tensor unaryMinus() {
        return times(-1);
    }

    /** 1 − this. */
    public Tensor oneMinus() {
        return unaryMinus().plus(1);
    }

    /**
     * The matrix product: [n, k] · [k, m] gives [n, m]; more axes in front are batches of matrices. Integers join the other
     * matrix's type.
     *
     * @throws ShapeException if the inner sizes differ
     */
    public Tensor mm(Tensor other) {
        if (shape().rank() < 2
                || other.shape().rank() < 2
                || shape().get(-1) != other.shape().get(-2)) {
            throw new ShapeException("mm: the left matrix needs as many columns as the right one has rows, got "
                    + shape() + " and " + other.shape() + "; transpose one with t(), or reshape a vector to a matrix");
        }
        Broadcast.check("mm: batches of", shape().dropLast(2), other.shape().dropLast(2));
        var type = counting().dtype().joined(other.dtype());
        return new Tensor(to(type).array.matrixProduct(other.to(type).array));
    }

    /** The transposed matrix: the last two axes change places. */
    public Tensor t() {
        int rank = shape().rank();
        if (rank < 2) {
            throw new ShapeException("t: a matrix has two axes, got shape " + shape() + "; reshape it first");
        }
        var axes = new int[rank];
        Arrays.setAll(axes, i -> i);
        axes[rank - 2] = rank - 1;
        axes[rank - 1] = rank - 2;
        return permute(axes);
    }

    /** The axes in another order. */
    public Tensor permute(int... axes) {
        return new Tensor(array.transpose(Axes.permuted(shape(), axes)));
    }

    /**
     * The same elements under another shape; one size may be −1 and is then worked out.
     *
     * @throws ShapeException if the number of elements differs
     */
    public Tensor reshape(int... sizes) {
        return new Tensor(array.reshape(Reshaping.to(shape(), sizes)));
    }

    /** All elements along one axis. */
    public Tensor flatten() {
        return reshape(-1);
    }

    /** An axis of size 1 more, in front of axis {@code at}. */
    public Tensor unsqueeze(int at) {
        return new Tensor(array.reshape(Reshaping.unsqueezed(shape(), at)));
    }

    /** Without the named axes of size 1, or without all of them. */
    public Tensor squeeze(int... axes) {
        return new Tensor(array.reshape(Reshaping.squeezed(shape(), axes)));
    }

    /** The part at these indices of the first axes; negative indices count from the end. */
    public Tensor get(int... indices) {
        return new Tensor(Selection.at(array, indices));
    }

    /** Elements from {@code from} up to before {@code to} along one axis. */
    public Tensor slice(int axis, int from, int to) {
        int at = Axes.one("slice", shape(), axis);
        if (from < 0 || to > shape().get(at) || from > to) {
            throw new IndexOutOfBoundsException("slice: " + from + " to " + to + " on axis " + axis + " of shape "
                    + shape() + "; the axis runs from 0 to " + shape().get(at));
        }
        return new Tensor(array.slice(at, from, to));
    }

    /**
     * The parts with these numbers along the first axis, negative ones counted from the end; or, of a bool tensor with the
     * shape of the first axes, the elements where it is true.
     */
    public Tensor get(Tensor indices) {
        return new Tensor(array.rows(Selection.of(shape(), indices)));
    }

    public Tensor exp() {
        return new Tensor(array.exp());
    }

    /** The natural logarithm. */
    public Tensor log() {
        return new Tensor(array.log());
    }

    public Tensor sqrt() {
        return new Tensor(array.sqrt());
    }

    public Tensor square() {
        return times(this);
    }

    public Tensor abs() {
        return new Tensor(counting().array.abs());
    }

    /** To the nearest integer, halves to the even one. */
    public Tensor round() {
        return new Tensor(counting().array.round());
    }

    public Tensor tanh() {
        return new Tensor(array.tanh());
    }

    /** 1 / (1 + e⁻ˣ). */
    public Tensor sigmoid() {
        return new Tensor(array.sigmoid());
    }

    /** max(0, x). */
    public Tensor relu() {
        return new Tensor(counting().array.relu());
    }

    /** eˣⁱ / Σⱼ eˣʲ along an axis, which then sums to 1. */
    public Tensor softmax(int axis) {
        return new Tensor(floating().array.softmax(Axes.one("softmax", shape(), axis)));
    }

    /** The logarithm of {@link #softmax}, without its loss of digits. */
    public Tensor logSoftmax(int axis) {
        return new Tensor(floating().array.logSoftmax(Axes.one("logSoftmax", shape(), axis)));
    }

    /** The sum over the named axes, or over all. */
    public Tensor sum(int... axes) {
        return new Tensor(array.sum(Axes.distinct("sum", shape(), axes)));
    }

    /** The mean over the named axes, or over all; integers are averaged as float32. */
    public Tensor mean(int... axes) {
        int[] all = Axes.distinct("mean", shape(), axes);
        if (all.length < 2) {
            return new Tensor(floating().array.mean(all));
        }
        long count = Arrays.stream(all).mapToLong(shape()::get).reduce(1, (a, b) -> a * b);
        return new Tensor(floating().array.sum(all)).div(count);
    }

    public Tensor max() {
        return new Tensor(notEmpty("max").array.max());
    }

    public Tensor max(int axis) {
        return new Tensor(array.max(Axes.filled("max", shape(), axis)));
    }

    public Tensor min() {
        return new Tensor(notEmpty("min").array.min());
    }

    public Tensor min(int axis) {
        return new Tensor(array.min(Axes.filled("min", shape(), axis)));
    }

    /** The index of the largest element along an axis, int64. */
    public Tensor argmax(int axis) {
        return new Tensor(counting().array.argmax(Axes.filled("argmax", shape(), axis)));
    }

    /** The index of the largest of all elements, counted in row-major order, int64. */
    public Tensor argmax() {
        return notEmpty("argmax").flatten().argmax(0);
    }

    /** √Σx², over all elements. */
    public Tensor norm() {
        return square().sum().sqrt();
    }

    /** Whether elements are equal, as bool. */
    public Tensor eq(Tensor other) {
        return new Tensor(array.equalTo(fitting("eq", other)));
    }

    /** Whether elements are greater than the other's, as bool. */
    public Tensor gt(Tensor other) {
        return new Tensor(array.greaterThan(fitting("gt", other)));
    }

    /** Whether shapes are equal and no element differs by more than {@code tolerance}. */
    public boolean isClose(Tensor other, Number tolerance) {
        if (!shape().equals(other.shape())) {
            return false;
        }
        double[] mine = toDoubleArray();
        double[] theirs = other.toDoubleArray();
        for (int i = 0; i < mine.length; i++) {
            if (!(Math.abs(mine[i] - theirs[i]) <= tolerance.doubleValue()) && mine[i] != theirs[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether all elements are within {@code tolerance} of a number. */
    public boolean isClose(Number value, Number tolerance) {
        return Arrays.stream(toDoubleArray())
                .allMatch(
                        x -> x == value.doubleValue() || Math.abs(x - value.doubleValue()) <= tolerance.doubleValue());
    }

    /** The same elements in another type. */
    public Tensor to(DType dtype) {
        return new Tensor(array.to(dtype));
    }

    /** The same values, cut from the gradient graph. */
    public Tensor detach() {
        return new Tensor(array.detached());
    }

    /**
     * Writes new values into this tensor, in place and unrecorded: {@code w.update(w.minus(g.of(w).times(0.1)))}. Tensors
     * that share its memory (parts, {@link #t}, {@link #detach}) see them; {@link #copy} keeps the old ones.
     *
     * @return this tensor
     */
    public Tensor update(Tensor values) {
        return Leaf.update(this, values);
    }

    /** This tensor itself: what {@code gradients(…)} differentiates by. */
    @Override
    @Internal
    public List<Tensor> parameters() {
        return List.of(this);
    }

    /** A copy of its own. */
    public Tensor copy() {
        return new Tensor(array.copy());
    }

    /** The one element of a tensor that has one. */
    public float item() {
        if (size() != 1) {
            throw new ShapeException("item: expected one element, got shape " + shape()
                    + "; name the element with get(…), or reduce with sum() or mean()");
        }
        return array.toFloats()[0];
    }

    /** {@link #item} as a float; reads well after a reduction. */
    public float toFloat() {
        return item();
    }

    /** The one element as an int, a fraction cut off. */
    public int toInt() {
        double value = item();
        long whole = dtype().isFloating() ? (long) value : toLongArray()[0];
        if (Double.isNaN(value) || whole != (int) whole) {
            throw new IllegalArgumentException("toInt: " + (dtype().isFloating() ? (Number) value : (Number) whole)
                    + " is no int; take toFloat() or toLongArray()");
        }
        return (int) whole;
    }

    /** Elements in row-major order. */
    public float[] toFloatArray() {
        return array.toFloats();
    }

    /** Elements in row-major order. */
    public double[] toDoubleArray() {
        return array.toDoubles();
    }

    /** Elements in row-major order, fractions cut off. */
    public long[] toLongArray() {
        return array.toLongs();
    }

    /** Shape and type, then values to four digits; the middle is left out above 1,000 elements. */
    @Override
    public String toString() {
        return TensorText.of(this);
    }

    private Tensor floating() {
        return dtype().isFloating() ? this : to(DType.float32);
    }

    /** Booleans as the numbers 0 and 1, where arithmetic has no booleans. */
    private Tensor counting() {
        return dtype() == DType.bool ? to(DType.int64) : this;
    }

    private Tensor with(Number value, BinaryOperator<Array> operation) {
        var type = Scalar.joined(dtype(), value);
        return new Tensor(operation.apply(array.to(type), Scalar.of(value, type)));
    }

    private Array fitting(String operation, Tensor other) {
        Broadcast.check(operation + ":", shape(), other.shape());
        return other.array;
    }

    private Tensor notEmpty(String operation) {
        if (size() == 0) {
            throw new ShapeException(operation + ": expected one element or more, got shape " + shape());
        }
        return this;
    }
}

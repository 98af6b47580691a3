package percolate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import percolate.engine.Array;
import percolate.tensor.Broadcast;
import percolate.tensor.Scalar;
import percolate.tensor.Selection;
import percolate.tensor.TensorText;

/**
 * Numbers in a grid of any number of axes, computed natively. Operations give new tensors; shapes broadcast as in NumPy:
 * aligned at the last axis, an axis of size 1 stretches.
 *
 * <p>Float32 unless told otherwise. Nobody closes a tensor: its memory goes when nothing reaches it any more.
 */
public final class Tensor {
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
        int[] all = axes("permute", axes);
        if (all.length != shape().rank()) {
            throw new ShapeException("permute: expected each of the " + shape().rank() + " axes of " + shape()
                    + " once, got " + Arrays.toString(axes));
        }
        return new Tensor(array.transpose(all));
    }

    /**
     * The same elements under another shape; one size may be −1 and is then worked out.
     *
     * @throws ShapeException if the number of elements differs
     */
    public Tensor reshape(int... sizes) {
        long known = Arrays.stream(sizes)
                .filter(s -> s != -1)
                .asLongStream()
                .reduce(1, (a, b) -> a < 0 || b < 0 || a > Integer.MAX_VALUE ? -1 : a * b);
        long open = Arrays.stream(sizes).filter(s -> s == -1).count();
        boolean fits = open == 0 ? known == size() : open == 1 && known > 0 && size() % known == 0;
        if (!fits) {
            throw new ShapeException("reshape: " + shape() + " has " + size() + " elements, "
                    + Arrays.toString(sizes) + (open == 0 ? " has not" : " does not divide them")
                    + "; choose sizes with the same product");
        }
        return new Tensor(array.reshape(Shape.of(Arrays.stream(sizes)
                .map(s -> s == -1 ? (int) (size() / known) : s)
                .toArray())));
    }

    /** All elements along one axis. */
    public Tensor flatten() {
        return reshape(-1);
    }

    /** An axis of size 1 more, in front of axis {@code at}. */
    public Tensor unsqueeze(int at) {
        int axis = at < 0 ? at + shape().rank() + 1 : at;
        if (axis < 0 || axis > shape().rank()) {
            throw new IndexOutOfBoundsException(
                    "unsqueeze: axis " + at + " of shape " + shape() + "; a new axis stands at 0 to " + shape().rank());
        }
        var sizes = new ArrayList<>(shape().sizes());
        sizes.add(axis, 1);
        return new Tensor(array.reshape(new Shape(sizes)));
    }

    /** Without the named axes of size 1, or without all of them. */
    public Tensor squeeze(int... axes) {
        var drop = Arrays.stream(axes).map(a -> axis("squeeze", a)).boxed().toList();
        var kept = new ArrayList<Integer>();
        for (int axis = 0; axis < shape().rank(); axis++) {
            if (shape().get(axis) != 1 || (axes.length > 0 && !drop.contains(axis))) {
                kept.add(shape().get(axis));
            }
        }
        return new Tensor(array.reshape(new Shape(kept)));
    }

    /** The part at these indices of the first axes; negative indices count from the end. */
    public Tensor get(int... indices) {
        if (indices.length > shape().rank()) {
            throw new ShapeException("get: shape " + shape() + " has " + shape().rank() + " axes, got " + indices.length
                    + " indices " + Arrays.toString(indices));
        }
        var part = array;
        for (int i = 0; i < indices.length; i++) {
            int size = shape().get(i);
            int at = indices[i] < 0 ? indices[i] + size : indices[i];
            if (at < 0 || at >= size) {
                throw new IndexOutOfBoundsException("get: index " + indices[i] + " on axis " + i + " of shape "
                        + shape() + "; indices run from " + -size + " to " + (size - 1));
            }
            part = part.slice(i, at, at + 1);
        }
        return new Tensor(part.reshape(shape().dropFirst(indices.length)));
    }

    /** Elements from {@code from} up to before {@code to} along one axis. */
    public Tensor slice(int axis, int from, int to) {
        int at = axis("slice", axis);
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
        return new Tensor(floating().array.softmax(axis("softmax", axis)));
    }

    /** The logarithm of {@link #softmax}, without its loss of digits. */
    public Tensor logSoftmax(int axis) {
        return new Tensor(floating().array.logSoftmax(axis("logSoftmax", axis)));
    }

    /** The sum over the named axes, or over all. */
    public Tensor sum(int... axes) {
        return new Tensor(array.sum(axes("sum", axes)));
    }

    /** The mean over the named axes, or over all; integers are averaged as float32. */
    public Tensor mean(int... axes) {
        int[] all = axes("mean", axes);
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
        return new Tensor(array.max(filled("max", axis)));
    }

    public Tensor min() {
        return new Tensor(notEmpty("min").array.min());
    }

    public Tensor min(int axis) {
        return new Tensor(array.min(filled("min", axis)));
    }

    /** The index of the largest element along an axis, int64. */
    public Tensor argmax(int axis) {
        return new Tensor(counting().array.argmax(filled("argmax", axis)));
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

    /** The number of an axis that has elements. */
    private int filled(String operation, int axis) {
        int at = axis(operation, axis);
        if (shape().get(at) == 0) {
            throw new ShapeException(operation + ": axis " + axis + " of shape " + shape() + " has no elements");
        }
        return at;
    }

    private int axis(String operation, int axis) {
        int at = axis < 0 ? axis + shape().rank() : axis;
        if (at < 0 || at >= shape().rank()) {
            throw new IndexOutOfBoundsException(operation + ": axis " + axis + " of shape " + shape()
                    + (shape().rank() == 0 ? "; a scalar has no axes" : "; it has axes 0 to " + (shape().rank() - 1)));
        }
        return at;
    }

    private int[] axes(String operation, int[] axes) {
        int[] all = Arrays.stream(axes).map(a -> axis(operation, a)).toArray();
        if (Arrays.stream(all).distinct().count() != all.length) {
            throw new ShapeException(operation + ": expected each axis once, got " + Arrays.toString(axes));
        }
        return all;
    }

    /** The tensors side by side along a new first axis. */
    static Tensor stack(List<Tensor> tensors) {
        var shape = first("stack", tensors).shape();
        for (var tensor : tensors) {
            if (!tensor.shape().equals(shape)) {
                throw new ShapeException("stack: expected tensors of one shape, got " + shape + " and " + tensor.shape()
                        + "; for one after the other take concat(axis, …)");
            }
        }
        return new Tensor(Array.stack(tensors.stream().map(Tensor::array).toList()));
    }

    /** The tensors one after the other along an axis. */
    static Tensor concat(int axis, List<Tensor> tensors) {
        int at = first("concat", tensors).axis("concat", axis);
        var shape = tensors.get(0).shape();
        for (var tensor : tensors) {
            if (tensor.shape().rank() != shape.rank()
                    || !tensor.shape().with(at, shape.get(at)).equals(shape)) {
                throw new ShapeException("concat: expected tensors of one shape but for axis " + axis + ", got " + shape
                        + " and " + tensor.shape() + "; reshape them first");
            }
        }
        return new Tensor(Array.concat(at, tensors.stream().map(Tensor::array).toList()));
    }

    private static Tensor first(String operation, List<Tensor> tensors) {
        if (tensors.isEmpty()) {
            throw new IllegalArgumentException(operation + ": expected one tensor or more, got none");
        }
        return tensors.get(0);
    }
}

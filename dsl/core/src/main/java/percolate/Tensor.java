package percolate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import percolate.engine.Array;
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
    public Tensor(Array array) {
        this.array = Objects.requireNonNull(array);
    }

    /** The native array behind this tensor. */
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
        return Math.toIntExact(shape().elementCount());
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
        return new Tensor(array.plus(value));
    }

    /** this − other, element by element. */
    public Tensor minus(Tensor other) {
        return new Tensor(array.minus(fitting("minus", other)));
    }

    public Tensor minus(Number value) {
        return unaryMinus().plus(value).unaryMinus();
    }

    /** this · other, element by element; for the matrix product see {@link #mm}. */
    public Tensor times(Tensor other) {
        return new Tensor(array.times(fitting("times", other)));
    }

    public Tensor times(Number value) {
        return new Tensor(array.times(value));
    }

    /** this / other, element by element. */
    public Tensor div(Tensor other) {
        return new Tensor(array.div(fitting("div", other)));
    }

    public Tensor div(Number value) {
        return times(1 / value.doubleValue());
    }

    public Tensor pow(Number exponent) {
        return new Tensor(array.pow(exponent));
    }

    public Tensor pow(Tensor exponent) {
        return new Tensor(array.pow(fitting("pow", exponent)));
    }

    public Tensor unaryMinus() {
        return times(-1);
    }

    /** 1 − this. */
    public Tensor oneMinus() {
        return unaryMinus().plus(1);
    }

    /**
     * The matrix product: [n, k] · [k, m] gives [n, m]; more axes in front are batches of matrices.
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
        return new Tensor(array.matrixProduct(other.array));
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
        int[] all = Arrays.stream(axes).map(a -> axis("permute", a)).toArray();
        if (all.length != shape().rank() || Arrays.stream(all).distinct().count() != all.length) {
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
        long known = Arrays.stream(sizes).filter(s -> s != -1).asLongStream().reduce(1, (a, b) -> a * b);
        long open = Arrays.stream(sizes).filter(s -> s == -1).count();
        boolean fits = open == 0 ? known == size() : open == 1 && known != 0 && size() % known == 0;
        if (!fits) {
            throw new ShapeException("reshape: " + shape() + " has " + size() + " elements, "
                    + Arrays.toString(sizes) + (open == 0 ? " has " + known : " does not divide them")
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

    /** The parts with these numbers along the first axis. */
    public Tensor get(Tensor indices) {
        var numbers = indices.dtype().isFloating() ? indices.to(DType.int64) : indices;
        for (long number : numbers.toLongArray()) {
            if (number < 0 || number >= shape().get(0)) {
                throw new IndexOutOfBoundsException("get: index " + number + " on axis 0 of shape " + shape()
                        + "; indices run from 0 to " + (shape().get(0) - 1));
            }
        }
        return new Tensor(array.rows(numbers.array));
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
        return new Tensor(array.abs());
    }

    /** To the nearest integer, halves to the even one. */
    public Tensor round() {
        return new Tensor(array.round());
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
        return new Tensor(array.relu());
    }

    /** eˣⁱ / Σⱼ eˣʲ along an axis, which then sums to 1. */
    public Tensor softmax(int axis) {
        return new Tensor(array.softmax(axis("softmax", axis)));
    }

    /** The logarithm of {@link #softmax}, without its loss of digits. */
    public Tensor logSoftmax(int axis) {
        return new Tensor(array.logSoftmax(axis("logSoftmax", axis)));
    }

    /** The sum over the named axes, or over all. */
    public Tensor sum(int... axes) {
        return new Tensor(array.sum(axes("sum", axes)));
    }

    /** The mean over the named axes, or over all; integers are averaged as float32. */
    public Tensor mean(int... axes) {
        return new Tensor(floating().array.mean(axes("mean", axes)));
    }

    public Tensor max() {
        return new Tensor(array.max());
    }

    public Tensor max(int axis) {
        return new Tensor(array.max(axis("max", axis)));
    }

    public Tensor min() {
        return new Tensor(array.min());
    }

    public Tensor min(int axis) {
        return new Tensor(array.min(axis("min", axis)));
    }

    /** The index of the largest element along an axis, int64. */
    public Tensor argmax(int axis) {
        return new Tensor(array.argmax(axis("argmax", axis)));
    }

    /** The index of the largest of all elements, counted in row-major order, int64. */
    public Tensor argmax() {
        return flatten().argmax(0);
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
                .allMatch(x -> Math.abs(x - value.doubleValue()) <= tolerance.doubleValue());
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

    /** {@link #item} as an int, a fraction cut off. */
    public int toInt() {
        return (int) item();
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

    private Array fitting(String operation, Tensor other) {
        for (int axis = 1; axis <= Math.min(shape().rank(), other.shape().rank()); axis++) {
            int mine = shape().get(-axis);
            int theirs = other.shape().get(-axis);
            if (mine != theirs && mine != 1 && theirs != 1) {
                throw new ShapeException(operation + ": shapes " + shape() + " and " + other.shape()
                        + " do not fit: counted from the end, axis " + axis + " has " + mine + " and " + theirs
                        + "; sizes must be equal, or 1");
            }
        }
        return other.array;
    }

    private int axis(String operation, int axis) {
        int at = axis < 0 ? axis + shape().rank() : axis;
        if (at < 0 || at >= shape().rank()) {
            throw new IndexOutOfBoundsException(operation + ": axis " + axis + " of shape " + shape()
                    + "; it has axes 0 to " + (shape().rank() - 1));
        }
        return at;
    }

    private int[] axes(String operation, int[] axes) {
        return Arrays.stream(axes).map(a -> axis(operation, a)).toArray();
    }

    /** The tensors side by side along a new first axis. */
    static Tensor stack(List<Tensor> tensors) {
        return new Tensor(Array.stack(tensors.stream().map(Tensor::array).toList()));
    }

    /** The tensors one after the other along an axis. */
    static Tensor concat(int axis, List<Tensor> tensors) {
        return new Tensor(Array.concat(
                tensors.get(0).axis("concat", axis),
                tensors.stream().map(Tensor::array).toList()));
    }
}

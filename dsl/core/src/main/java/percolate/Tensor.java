package percolate;

import java.util.Arrays;
import java.util.List;
import percolate.engine.Array;
import percolate.tensor.Axes;
import percolate.tensor.Leaf;
import percolate.tensor.Matrices;
import percolate.tensor.Reduction;
import percolate.tensor.TensorText;
import percolate.tensor.Windows;

/**
 * Numbers in a grid of any number of axes, computed natively. Operations give new tensors; shapes broadcast as in NumPy:
 * aligned at the last axis, an axis of size 1 stretches.
 *
 * <p>Float32 unless told otherwise. Nobody closes a tensor: its memory goes when nothing reaches it any more.
 */
public final class Tensor extends Arrangement implements Parameters {
    /** Wraps what the engine computed. */
    @Internal
    public Tensor(Array array) {
        super(array);
    }

    /**
     * The matrix product: [n, k] · [k, m] gives [n, m]; more axes in front are batches of matrices. Integers join the other
     * matrix's type.
     *
     * @throws ShapeException if the inner sizes differ
     */
    public Tensor mm(Tensor other) {
        return Matrices.product(counting(), other);
    }

    /**
     * eˣⁱ / Σⱼ eˣʲ along an axis, which then sums to 1.
     *
     * @throws IndexOutOfBoundsException if there is no such axis
     */
    public Tensor softmax(int axis) {
        return new Tensor(floating().array().softmax(Axes.one("softmax", shape(), axis)));
    }

    /**
     * The logarithm of {@link #softmax}, without its loss of digits.
     *
     * @throws IndexOutOfBoundsException if there is no such axis
     */
    public Tensor logSoftmax(int axis) {
        return new Tensor(floating().array().logSoftmax(Axes.one("logSoftmax", shape(), axis)));
    }

    /**
     * The sum along the named axes, or of all elements.
     *
     * @throws IndexOutOfBoundsException if there is no such axis
     * @throws ShapeException if an axis is named twice
     */
    public Tensor sum(int... axes) {
        return Reduction.sum(this, false, axes);
    }

    /** @param keep whether the axis stays, with size 1 */
    public Tensor sum(int axis, boolean keep) {
        return Reduction.sum(this, keep, axis);
    }

    /**
     * The mean along the named axes, or of all elements; integers are averaged as float32.
     *
     * @throws IndexOutOfBoundsException if there is no such axis
     * @throws ShapeException if an axis is named twice
     */
    public Tensor mean(int... axes) {
        return Reduction.mean(floating(), false, axes);
    }

    /** @param keep whether the axis stays, with size 1 */
    public Tensor mean(int axis, boolean keep) {
        return Reduction.mean(floating(), keep, axis);
    }

    /**
     * The variance along the named axes, or of all elements; squares are divided by n − 1, as in PyTorch.
     *
     * @throws IndexOutOfBoundsException if there is no such axis
     * @throws ShapeException if an axis is named twice
     */
    public Tensor var(int... axes) {
        return Reduction.var(floating(), false, axes);
    }

    /** @param keep whether the axis stays, with size 1 */
    public Tensor var(int axis, boolean keep) {
        return Reduction.var(floating(), keep, axis);
    }

    /**
     * The standard deviation along the named axes, or of all elements; squares are divided by n − 1, as in PyTorch.
     *
     * @throws IndexOutOfBoundsException if there is no such axis
     * @throws ShapeException if an axis is named twice
     */
    public Tensor std(int... axes) {
        return Reduction.std(floating(), false, axes);
    }

    /** @param keep whether the axis stays, with size 1 */
    public Tensor std(int axis, boolean keep) {
        return Reduction.std(floating(), keep, axis);
    }

    /**
     * The largest element along the named axes, or of all elements.
     *
     * @throws IndexOutOfBoundsException if there is no such axis
     * @throws ShapeException if an axis is named twice, or has no elements
     */
    public Tensor max(int... axes) {
        return Reduction.max(this, false, axes);
    }

    /** @param keep whether the axis stays, with size 1 */
    public Tensor max(int axis, boolean keep) {
        return Reduction.max(this, keep, axis);
    }

    /**
     * The smallest element along the named axes, or of all elements.
     *
     * @throws IndexOutOfBoundsException if there is no such axis
     * @throws ShapeException if an axis is named twice, or has no elements
     */
    public Tensor min(int... axes) {
        return Reduction.min(this, false, axes);
    }

    /** @param keep whether the axis stays, with size 1 */
    public Tensor min(int axis, boolean keep) {
        return Reduction.min(this, keep, axis);
    }

    /**
     * √Σx² along the named axes, or of all elements.
     *
     * @throws IndexOutOfBoundsException if there is no such axis
     * @throws ShapeException if an axis is named twice
     */
    public Tensor norm(int... axes) {
        return Reduction.norm(floating(), false, axes);
    }

    /** @param keep whether the axis stays, with size 1 */
    public Tensor norm(int axis, boolean keep) {
        return Reduction.norm(floating(), keep, axis);
    }

    /**
     * The index of the largest element along an axis, or of all elements in row-major order; int64.
     *
     * @throws IndexOutOfBoundsException if there is no such axis
     * @throws ShapeException if it has no elements
     */
    public Tensor argmax(int... axis) {
        return Reduction.argmax(counting(), axis);
    }

    /**
     * The index of the smallest element along an axis, or of all elements in row-major order; int64.
     *
     * @throws IndexOutOfBoundsException if there is no such axis
     * @throws ShapeException if it has no elements
     */
    public Tensor argmin(int... axis) {
        return Reduction.argmin(counting(), axis);
    }

    /** The k largest elements along the last axis, largest first. */
    public Tensor topK(int k) {
        return Reduction.topK(counting(), k).get(0);
    }

    /** The indices of the k largest elements along the last axis, largest first; int64. */
    public Tensor argTopK(int k) {
        return Reduction.topK(counting(), k).get(1);
    }

    /**
     * The sums up to each place along an axis.
     *
     * @throws IndexOutOfBoundsException if there is no such axis
     */
    public Tensor cumsum(int axis) {
        return new Tensor(array().cumsum(Axes.one("cumsum", shape(), axis)));
    }

    /**
     * The singular value decomposition this = U · diag(S) · Vᵀ.
     *
     * @return U [n, k], S [k] in descending order, and Vᵀ [k, m], with k the smaller of n and m; more axes in front are
     *     batches of matrices
     * @throws ShapeException if this has fewer than two axes
     */
    public List<Tensor> svd() {
        return Matrices.svd(floating());
    }

    /**
     * The convolution of images [batch, channels, height, width] with filters, stride 1, without padding; the kernel is not
     * turned over, as everywhere in deep learning.
     *
     * @param kernel [filters, channels, height, width]
     * @throws ShapeException if this is no batch of images, or the kernel does not fit into it
     */
    public Tensor conv2d(Tensor kernel) {
        return conv2d(kernel, 1, 0);
    }

    /** @see #conv2d(Tensor) */
    public Tensor conv2d(Tensor kernel, int stride, int padding) {
        var type = floating().dtype().joined(kernel.dtype());
        return Windows.conv2d(to(type), kernel.to(type), stride, padding);
    }

    /** The largest element of each window of size × size of images [batch, channels, height, width]. */
    public Tensor maxPool2d(int size) {
        return Windows.maxPool2d(floating(), size);
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
        return dtype == dtype() ? this : new Tensor(array().to(dtype));
    }

    /** The device that holds this. */
    public Device device() {
        return array().device();
    }

    /** The same elements on another device: {@code to(gpu())}. */
    public Tensor to(Device device) {
        return device.equals(device()) ? this : new Tensor(array().to(device));
    }

    /** The same values, cut from the gradient graph; they share this tensor's memory. */
    public Tensor detach() {
        return new Tensor(array().detached());
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
        return new Tensor(array().copy());
    }

    /** The one element of a tensor that has one. */
    public float item() {
        return one().toFloats()[0];
    }

    private Array one() {
        if (size() != 1) {
            throw new ShapeException("item: expected one element, got shape " + shape()
                    + "; name the element with get(…), or reduce with sum() or mean()");
        }
        return array();
    }

    /** {@link #item} as a float; reads well after a reduction. */
    public float toFloat() {
        return item();
    }

    /** The one element as an int, a fraction cut off. */
    public int toInt() {
        double value = one().toDoubles()[0];
        long whole = dtype().isFloating() ? (long) value : toLongArray()[0];
        if (Double.isNaN(value) || whole != (int) whole) {
            throw new IllegalArgumentException("toInt: " + (dtype().isFloating() ? (Number) value : (Number) whole)
                    + " is no int; take toFloat() or toLongArray()");
        }
        return (int) whole;
    }

    /** Elements in row-major order. */
    public float[] toFloatArray() {
        return array().toFloats();
    }

    /** Elements in row-major order. */
    public double[] toDoubleArray() {
        return array().toDoubles();
    }

    /** Elements in row-major order, fractions cut off. */
    public long[] toLongArray() {
        return array().toLongs();
    }

    /** The rows of a matrix. */
    public float[][] toFloatMatrix() {
        if (shape().rank() != 2) {
            throw new ShapeException(
                    "toFloatMatrix: a matrix has two axes, got shape " + shape() + "; reshape it first");
        }
        var values = toFloatArray();
        var rows = new float[size(0)][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(values, i * size(1), (i + 1) * size(1)));
        return rows;
    }

    /** Gives the memory back now; nobody needs to, for it goes with the last who holds this tensor. */
    public void close() {
        array().close();
    }

    /** Shape and type, then values to four digits; the middle is left out above 1,000 elements. */
    @Override
    public String toString() {
        return TensorText.of(this);
    }
}

package percolate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import percolate.engine.Array;
import percolate.tensor.Axes;
import percolate.tensor.IndexText;
import percolate.tensor.Joining;
import percolate.tensor.Reshaping;
import percolate.tensor.Selection;

/** How a tensor's elements lie, and which of them are chosen. */
public abstract sealed class Arrangement extends Elementwise permits Tensor {
    Arrangement(Array array) {
        super(array);
    }

    /** The number of elements. */
    public int size() {
        return shape().length();
    }

    /** The size of one axis; negative axes count from the end. */
    public int size(int axis) {
        return shape().get(axis);
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
        return new Tensor(array().transpose(Axes.permuted(shape(), axes)));
    }

    /**
     * The same elements under another shape; one size may be −1 and is then worked out.
     *
     * @throws ShapeException if the number of elements differs
     */
    public Tensor reshape(int... sizes) {
        return new Tensor(array().reshape(Reshaping.to(shape(), sizes)));
    }

    /** All elements along one axis. */
    public Tensor flatten() {
        return reshape(-1);
    }

    /** An axis of size 1 more, in front of axis {@code at}. */
    public Tensor unsqueeze(int at) {
        return new Tensor(array().reshape(Reshaping.unsqueezed(shape(), at)));
    }

    /** Without the named axes of size 1, or without all of them. */
    public Tensor squeeze(int... axes) {
        return new Tensor(array().reshape(Reshaping.squeezed(shape(), axes)));
    }

    /** Axes of size 1 stretched, and new ones in front: sizes of the result, −1 keeps one. Takes no memory. */
    public Tensor expand(int... sizes) {
        return new Tensor(array().expand(Reshaping.expanded(shape(), sizes)));
    }

    /** The tensor side by side with itself, so many times along each axis, the last ones where fewer are named. */
    public Tensor repeat(int... times) {
        var repeated = Reshaping.repeated(shape(), times);
        return new Tensor(array().repeat(times, repeated));
    }

    /** The part at these indices of the first axes; negative indices count from the end. */
    public Tensor get(int... indices) {
        return new Tensor(Selection.at(array(), indices));
    }

    /**
     * The part that an index in Python's words names: {@code get(":, 0")}, {@code get("1:3, ..., -1")}, {@code get("::2")}.
     * A number takes its axis away, {@code from:to:step} keeps it, {@code ...} stands for all axes that are not named,
     * {@code None} is a new axis. As in Python, parts end where the axis ends.
     */
    public Tensor get(String index) {
        return new IndexText(index).of(self());
    }

    /**
     * The parts with these numbers along the first axis, negative ones counted from the end; or, of a bool tensor with the
     * shape of the first axes, the elements where it is true.
     */
    public Tensor get(Tensor indices) {
        return new Tensor(array().rows(Selection.of(self(), indices)));
    }

    /** Elements from {@code from} up to before {@code to} along one axis. */
    public Tensor slice(int axis, int from, int to) {
        int at = Axes.one("slice", shape(), axis);
        if (from < 0 || to > shape().get(at) || from > to) {
            throw new IndexOutOfBoundsException("slice: " + from + " to " + to + " on axis " + axis + " of shape "
                    + shape() + "; the axis runs from 0 to " + shape().get(at));
        }
        return new Tensor(array().slice(at, from, to));
    }

    /**
     * From each place along an axis the element whose number the index holds there: result[i, j] = this[i, index[i, j]] for
     * axis 1.
     *
     * @param index integers of as many axes; its other sizes are at most this tensor's
     * @return of the index's shape
     */
    public Tensor gather(int axis, Tensor index) {
        return Selection.gather(self(), Axes.one("gather", shape(), axis), index);
    }

    /**
     * A copy in which the part at these indices is replaced; this tensor stays as it is.
     *
     * @param value of the shape of {@code get(indices)}, or one that stretches to it
     */
    public Tensor set(Tensor value, int... indices) {
        return Selection.replaced(self(), value, indices);
    }

    /** The parts along an axis, which they no longer have. */
    public List<Tensor> unstack(int axis) {
        int at = Axes.one("unstack", shape(), axis);
        return IntStream.range(0, size(at))
                .mapToObj(i -> slice(at, i, i + 1).squeeze(at))
                .toList();
    }

    /** This tensor and another one after it along an axis. */
    public Tensor concat(Tensor other, int axis) {
        return Joining.concat(axis, List.of(self(), other));
    }

    /** In ascending order along an axis. */
    public Tensor sort(int axis) {
        return new Tensor(counting().array().sort(Axes.one("sort", shape(), axis)));
    }

    /** In ascending order along the last axis. */
    public Tensor sort() {
        return sort(-1);
    }
}

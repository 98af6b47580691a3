package percolate.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.Array;

/** Many elements become one: along some axes, or all of them where none is named. */
public final class Reduction {
    private Reduction() {}

    /** The sum. */
    public static Tensor sum(Tensor x, boolean keep, int... axes) {
        return new Tensor(x.array().sum(keep, Axes.distinct("sum", x.shape(), axes)));
    }

    /** The mean of real numbers. */
    public static Tensor mean(Tensor x, boolean keep, int... axes) {
        int[] all = Axes.distinct("mean", x.shape(), axes);
        if (all.length < 2) {
            return new Tensor(x.array().mean(keep, all));
        }
        return new Tensor(x.array().sum(keep, all)).div(count(x.shape(), all));
    }

    private static long count(Shape shape, int... axes) {
        return Arrays.stream(axes).mapToLong(shape::get).reduce(1, (a, b) -> a * b);
    }

    /** The largest element. */
    public static Tensor max(Tensor x, boolean keep, int... axes) {
        int[] all = filled("max", x.shape(), axes);
        return all.length == 1
                ? new Tensor(x.array().max(keep, all[0]))
                : all.length == 0 ? new Tensor(x.array().max()) : call("amax", "", x, keep, all);
    }

    /** The smallest element. */
    public static Tensor min(Tensor x, boolean keep, int... axes) {
        int[] all = filled("min", x.shape(), axes);
        return all.length == 1
                ? new Tensor(x.array().min(keep, all[0]))
                : all.length == 0 ? new Tensor(x.array().min()) : call("amin", "", x, keep, all);
    }

    /** The variance, the sum of squares divided by n − 1. */
    public static Tensor var(Tensor x, boolean keep, int... axes) {
        return call("var", "True, ", x, keep, every("var", x.shape(), axes));
    }

    /** The root of the variance. */
    public static Tensor std(Tensor x, boolean keep, int... axes) {
        return call("std", "True, ", x, keep, every("std", x.shape(), axes));
    }

    /** √Σx². */
    public static Tensor norm(Tensor x, boolean keep, int... axes) {
        int[] all = every("norm", x.shape(), axes);
        return Operators.call(
                "norm",
                "torch.linalg_vector_norm(a, 2, " + Operators.list(all) + ", " + word(keep) + ", dtype=None)",
                x);
    }

    /** The index of the largest element along one axis, or of all elements in row-major order. */
    public static Tensor argmax(Tensor x, int... axes) {
        return index("argmax", x, axes).map(Array::argmax);
    }

    /** The index of the smallest element. */
    public static Tensor argmin(Tensor x, int... axes) {
        return index("argmin", x, axes).map(Array::argmin);
    }

    /** The k largest elements along the last axis, largest first, and their indices. */
    public static List<Tensor> topK(Tensor x, int k) {
        int at = Axes.one("topK", x.shape(), -1);
        if (k < 1 || k > x.size(at)) {
            throw new IllegalArgumentException("topK: expected 1 to " + x.size(at)
                    + " elements of the last axis of shape " + x.shape() + ", got " + k);
        }
        return Operators.several("topK", "v, i = torch.topk(a, " + k + ", " + at + ", True, True)", "v, i", x);
    }

    private record Along(Array array, int axis) {
        Tensor map(BiFunction<Array, Integer, Array> operation) {
            return new Tensor(operation.apply(array, axis));
        }
    }

    private static Along index(String operation, Tensor x, int... axes) {
        if (axes.length > 1) {
            throw new ShapeException(operation + ": expected one axis or none, got " + Arrays.toString(axes));
        }
        filled(operation, x.shape(), axes);
        return axes.length == 0
                ? new Along(x.flatten().array(), 0)
                : new Along(x.array(), Axes.one(operation, x.shape(), axes[0]));
    }

    private static Tensor call(String word, String option, Tensor x, boolean keep, int... axes) {
        var arguments = "(a, " + Operators.list(axes) + ", " + option + word(keep) + ")";
        return Operators.call(word, "torch." + word + arguments, x);
    }

    private static String word(boolean value) {
        return value ? "True" : "False";
    }

    /** The named axes, or all of them. */
    private static int[] every(String operation, Shape shape, int... axes) {
        return axes.length == 0 ? IntStream.range(0, shape.rank()).toArray() : Axes.distinct(operation, shape, axes);
    }

    /** The named axes, which have elements; of none there is no largest. */
    private static int[] filled(String operation, Shape shape, int... axes) {
        if (axes.length == 0 && shape.elementCount() == 0) {
            throw new ShapeException(operation + ": expected one element or more, got shape " + shape);
        }
        Arrays.stream(axes).forEach(axis -> Axes.filled(operation, shape, axis));
        return Axes.distinct(operation, shape, axes);
    }
}

package percolate.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import percolate.DType;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.Array;

/** Tensors of given or of regular numbers, float32. */
public final class Creation {
    private Creation() {}

    /** A vector of {@code length} elements, each from its index. */
    public static Tensor vector(long length, IntToDoubleFunction value) {
        if (length > Integer.MAX_VALUE) {
            throw new ShapeException("tensor: expected at most " + Integer.MAX_VALUE + " elements, got " + length
                    + "; choose fewer, or a larger step");
        }
        Array.ensureRoom(Shape.of((int) length), DType.float32);
        var floats = new float[(int) length];
        for (int i = 0; i < length; i++) {
            floats[i] = (float) value.applyAsDouble(i);
        }
        return new Tensor(Array.of(floats, Shape.of((int) length)));
    }

    /** @throws ShapeException if the rows are not of one length */
    public static Tensor matrix(List<Tensor> rows) {
        if (rows.isEmpty()) {
            return full(0, Shape.of(0, 0));
        }
        for (var row : rows) {
            if (row.size() != rows.get(0).size()) {
                throw new ShapeException("tensor: expected rows of one length, got "
                        + rows.get(0).size() + " and " + row.size() + "; fill the shorter ones");
            }
        }
        return Joining.stack(rows);
    }

    /** One truth value without axes, or a vector of them. */
    public static Tensor booleans(boolean first, boolean... more) {
        var values = new long[more.length + 1];
        Arrays.setAll(values, i -> (i == 0 ? first : more[i - 1]) ? 1 : 0);
        var shape = more.length == 0 ? Shape.of() : Shape.of(values.length);
        return new Tensor(Array.of(values, shape).to(DType.bool));
    }

    /** Matrices of one shape behind each other. */
    public static Tensor blocks(float[][][] blocks) {
        return blocks.length == 0
                ? full(0, Shape.of(0, 0, 0))
                : Joining.stack(Arrays.stream(blocks)
                        .map(rows -> matrix(Arrays.stream(rows)
                                .map(row -> new Tensor(Array.of(row, Shape.of(row.length))))
                                .toList()))
                        .toList());
    }

    public static Tensor full(Number value, Shape shape) {
        return new Tensor(Array.full(value.floatValue(), shape));
    }

    /** The identity matrix [n, n]. */
    public static Tensor eye(int n) {
        return vector(count("eye", n) * (long) n, i -> i % (n + 1) == 0 ? 1 : 0).reshape(n, n);
    }

    /** From {@code start} in steps up to before {@code end}. */
    public static Tensor arange(Number start, Number end, Number step) {
        double from = start.doubleValue();
        double by = step.doubleValue();
        double count = Math.ceil((end.doubleValue() - from) / by);
        if (by == 0 || !(count >= 0)) {
            throw new IllegalArgumentException("arange: expected a step that leads from " + start + " to " + end
                    + ", got " + step + "; take a positive one upwards, a negative one downwards");
        }
        return vector((long) count, i -> from + i * by);
    }

    /** {@code count} numbers at equal distances from {@code start} to {@code end}, both included. */
    public static Tensor linspace(Number start, Number end, int count) {
        double from = start.doubleValue();
        double width = end.doubleValue() - from;
        return vector(count("linspace", count), i -> count == 1 ? from : from + width * i / (count - 1));
    }

    private static int count(String word, int count) {
        if (count < 0) {
            throw new IllegalArgumentException(
                    word + ": expected a count of 0 or more, got " + count + "; 0 gives a tensor without elements");
        }
        return count;
    }
}

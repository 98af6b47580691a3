package percolate.plotting.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import percolate.ShapeException;
import percolate.Tensor;

/** Values that plots are made of. */
final class Numbers {
    private Numbers() {}

    /**
     * @param who says in errors what was to be drawn
     * @param form the shapes it takes, in words
     */
    static double[] vector(String who, String form, Tensor values) {
        if (values.shape().rank() != 1) {
            throw new ShapeException(who + ": expected " + form + ", got " + values.shape()
                    + "; reshape it, for example with flatten()");
        }
        return values.toDoubleArray();
    }

    static double[] of(List<? extends Number> values) {
        return Arrays.stream(values.toArray(Number[]::new))
                .mapToDouble(Number::doubleValue)
                .toArray();
    }

    /** The columns of [rows, columns]; a vector is one. */
    static List<double[]> columns(String who, String form, Tensor values) {
        if (values.shape().rank() != 2) {
            return List.of(vector(who, form, values));
        }
        int rows = values.shape().get(0);
        int columns = values.shape().get(1);
        var all = values.toDoubleArray();
        return IntStream.range(0, columns)
                .mapToObj(column -> IntStream.range(0, rows)
                        .mapToDouble(row -> all[row * columns + column])
                        .toArray())
                .toList();
    }

    /** 0, 1, 2, … as words. */
    static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }
}

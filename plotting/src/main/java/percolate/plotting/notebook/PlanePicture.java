package percolate.plotting.notebook;

import java.util.List;
import java.util.function.BinaryOperator;
import percolate.Percolate;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.plotting.chart.Cells;
import percolate.plotting.chart.Field;
import percolate.plotting.chart.HeatMap;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Plot;

/** Values over a plane: a matrix, or a function of two numbers. */
public final class PlanePicture {
    private static final int SAMPLES = 101;

    private PlanePicture() {}

    /** @param values [rows, columns], or [columns] for a single row */
    public static Picture heatMap(Tensor values) {
        var shape = values.shape();
        if (shape.rank() != 1 && shape.rank() != 2) {
            throw new ShapeException("heatMap: expected a matrix, [rows, columns], got " + shape
                    + "; choose one, for example with get(0), or reshape it");
        }
        int rows = shape.rank() == 1 ? 1 : shape.get(0);
        return Picture.of(HeatMap.of(Cells.of(values.toDoubleArray(), rows, shape.get(shape.rank() - 1))));
    }

    /** With names of rows and columns; an empty list leaves their numbers. */
    public static Picture heatMap(Tensor values, List<String> rows, List<String> columns) {
        if (values.shape().rank() != 2) {
            throw new ShapeException("heatMap: expected a matrix, [rows, columns], got " + values.shape());
        }
        named("row", values.shape().get(0), rows);
        named("column", values.shape().get(1), columns);
        var cells = Cells.of(
                values.toDoubleArray(), values.shape().get(0), values.shape().get(1));
        return Picture.of(HeatMap.of(cells)
                .withNames(columns, rows)
                .withTitles(columns.isEmpty() ? "column" : "", rows.isEmpty() ? "row" : ""));
    }

    private static void named(String side, int count, List<String> names) {
        if (!names.isEmpty() && names.size() != count) {
            throw new IllegalArgumentException("heatMap: expected a name for each of " + count + " " + side + "s, got "
                    + names.size() + "; give as many, or List.of() for numbers");
        }
    }

    /**
     * @param xRange the two ends, or more values between which the function is computed, rising
     * @param yRange likewise
     */
    public static Picture contours(BinaryOperator<Tensor> f, Tensor xRange, Tensor yRange) {
        var x = range("xRange", xRange);
        var y = range("yRange", yRange);
        int columns = x.shape().get(0);
        int rows = y.shape().get(0);
        var ones = Percolate.ones(rows, columns);
        var values = f.apply(
                ones.times(x.reshape(1, columns)).reshape(-1),
                ones.times(y.reshape(rows, 1)).reshape(-1));
        if (values.shape().elementCount() != (long) rows * columns) {
            throw new ShapeException("contours: the function got x and y of shape [" + rows * columns
                    + "] and must give one value for each, got " + values.shape()
                    + "; compute with the tensors' own methods, such as x.square().plus(y)");
        }
        var cells = Cells.of(values.toDoubleArray(), rows, columns);
        var at = x.toDoubleArray();
        var up = y.toDoubleArray();
        return Picture.of(Plot.of(List.of(Field.of(cells, at[0], at[columns - 1], up[0], up[rows - 1])))
                .withTitles("x", "y")
                .withSize(520, 380));
    }

    /** Even steps between the ends. */
    private static Tensor range(String which, Tensor values) {
        var ends = values.shape().rank() == 1 ? values.toDoubleArray() : new double[0];
        if (ends.length < 2 || !(ends[0] < ends[ends.length - 1])) {
            throw new IllegalArgumentException("contours: expected " + which + " as two ends, the lower one first, or"
                    + " even steps between them, got " + values.shape() + "; give for example tensor(-2, 2)");
        }
        return Percolate.linspace(ends[0], ends[ends.length - 1], ends.length == 2 ? SAMPLES : ends.length);
    }
}

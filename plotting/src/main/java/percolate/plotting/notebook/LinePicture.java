package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Plot;
import percolate.plotting.chart.Series;

/** Lines through points. */
public final class LinePicture {
    private LinePicture() {}

    /** One line. */
    public static Picture of(double[] x, double[] y) {
        return Picture.of(Plot.of(List.of(Series.of("", x, y))));
    }

    /**
     * @param x [points]
     * @param y [points], or [points, lines] for several
     */
    public static Picture of(Tensor x, Tensor y) {
        var at = vector(x);
        if (y.shape().rank() != 2) {
            return of(at, vector(y));
        }
        int points = y.shape().get(0);
        int lines = y.shape().get(1);
        var values = y.toDoubleArray();
        var series = new ArrayList<Series>();
        for (int line = 0; line < lines; line++) {
            var column = new double[points];
            for (int point = 0; point < points; point++) {
                column[point] = values[point * lines + line];
            }
            series.add(Series.of("y[" + line + "]", at, column));
        }
        return Picture.of(Plot.of(series));
    }

    /** One line through lists of numbers. */
    public static Picture of(List<? extends Number> x, List<? extends Number> y) {
        return of(numbers(x), numbers(y));
    }

    private static double[] vector(Tensor values) {
        var shape = values.shape();
        if (shape.rank() != 1) {
            throw new ShapeException(
                    "plot: expected x of shape [points] and y of shape [points] or [points, lines], got " + shape
                            + "; reshape it, for example with flatten()");
        }
        return values.toDoubleArray();
    }

    private static double[] numbers(List<? extends Number> values) {
        return Arrays.stream(values.toArray(Number[]::new))
                .mapToDouble(Number::doubleValue)
                .toArray();
    }
}

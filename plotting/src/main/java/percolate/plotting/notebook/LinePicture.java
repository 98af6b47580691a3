package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import percolate.DType;
import percolate.Percolate;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Plot;
import percolate.plotting.chart.Series;

/** Lines through points. */
public final class LinePicture {
    private static final String FORM = "x of shape [points] and y of shape [points] or [points, lines]";
    /** Two for each pixel of a plot of usual size. */
    private static final int SAMPLES = 1_001;

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
        return Picture.of(plot(Numbers.vector("plot", FORM, x), y));
    }

    /** Over the values' numbers, from 0 on. */
    public static Picture of(Tensor y) {
        int points = y.shape().rank() == 0 ? 0 : y.shape().get(0);
        return Picture.of(plot(IntStream.range(0, points).asDoubleStream().toArray(), y));
    }

    /** One line through lists of numbers. */
    public static Picture of(List<? extends Number> x, List<? extends Number> y) {
        return of(Numbers.of(x), Numbers.of(y));
    }

    /** A function's values, all computed at once. */
    public static Picture of(UnaryOperator<Tensor> f, Number from, Number to) {
        if (!(from.doubleValue() < to.doubleValue())) {
            throw new IllegalArgumentException(
                    "plot: expected a range that rises, got from " + from + " to " + to + "; give the lower end first");
        }
        var x = Percolate.linspace(from, to, SAMPLES);
        return Picture.of(plot(x.toDoubleArray(), values(f.apply(x))).withTitles("x", ""));
    }

    /** [points], or [points, lines]: a single column is a line, a single number a level one. */
    private static Tensor values(Tensor y) {
        if (y.shape().elementCount() == 1) {
            return Percolate.ones(SAMPLES).times(y.to(DType.float32).item());
        } else if (y.shape().rank() == 0
                || y.shape().get(0) != SAMPLES
                || y.shape().rank() > 2) {
            throw new ShapeException("plot: the function got x of shape [" + SAMPLES
                    + "] and must give one value for each, [" + SAMPLES + "], or several, [" + SAMPLES
                    + ", lines], got " + y.shape() + "; compute with the tensor's own methods, such as x.square()");
        }
        return y.shape().rank() == 2 && y.shape().get(1) == 1 ? y.reshape(SAMPLES) : y;
    }

    private static Plot plot(double[] x, Tensor y) {
        var columns = Numbers.columns("plot", FORM, y);
        var series = new ArrayList<Series>();
        for (int line = 0; line < columns.size(); line++) {
            series.add(Series.of(
                    columns.size() == 1 && y.shape().rank() == 1 ? "" : "y[" + line + "]", x, columns.get(line)));
        }
        return Plot.of(series);
    }
}

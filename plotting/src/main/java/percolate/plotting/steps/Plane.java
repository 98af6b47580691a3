package percolate.plotting.steps;

import java.util.List;
import percolate.plotting.chart.Axis;
import percolate.plotting.chart.Frame;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Plot;

/**
 * The part of the plane that all steps show.
 *
 * @param x from and to
 * @param y from and to
 */
@SuppressWarnings("ArrayRecordComponent") // many numbers, made here and compared with none
record Plane(double[] x, double[] y) {
    private static final double ROOM = 0.12;

    /** Around points, with room at all sides. */
    static Plane around(double[] x, double[] y) {
        return new Plane(range(x), range(y));
    }

    private static double[] range(double... values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double room = high > low ? (high - low) * ROOM : 1;
        return new double[] {low - room, high + room};
    }

    Plot plot(List<? extends Mark> marks, String xTitle, String yTitle) {
        var frame = Frame.DATA.withX(Axis.linear(x[0], x[1])).withY(Axis.linear(y[0], y[1]));
        return Plot.of(marks).withTitles(xTitle, yTitle).withFrame(frame).withSize(480, 330);
    }
}

package percolate.plotting.chart;

import java.util.Objects;

/**
 * One line of a chart: points in the order in which they are joined. Points that are not finite leave a gap.
 */
public final class Series {
    private static final double TOO_LARGE = 1e300;

    private final String name;
    private final double[] x;
    private final double[] y;
    private final boolean dotted;

    private Series(String name, double[] x, double[] y, boolean dotted) {
        this.name = Objects.requireNonNull(name);
        this.x = x;
        this.y = y;
        this.dotted = dotted;
    }

    /** A line through points; {@code x} and {@code y} are copied. */
    public static Series of(String name, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "plot: x has " + x.length + " values, y has " + y.length + "; give one y for each x");
        }
        return new Series(name, x.clone(), y.clone(), false);
    }

    /** This line with a dot at every point. */
    public Series withDots() {
        return new Series(name, x, y, true);
    }

    String name() {
        return name;
    }

    int size() {
        return x.length;
    }

    double x(int at) {
        return x[at];
    }

    double y(int at) {
        return y[at];
    }

    boolean dotted() {
        return dotted;
    }

    /** Whether a point can be drawn. */
    boolean isDrawable(int at) {
        return Math.abs(x[at]) < TOO_LARGE && Math.abs(y[at]) < TOO_LARGE;
    }

    /** How many points cannot be drawn. */
    int gaps() {
        int count = 0;
        for (int at = 0; at < x.length; at++) {
            count += isDrawable(at) ? 0 : 1;
        }
        return count;
    }
}

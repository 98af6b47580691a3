package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Objects;

/**
 * A line: points in the order in which they are joined. Points that have no place leave a gap.
 */
public final class Series implements Mark {
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

    @Override
    public Series named(String other) {
        return new Series(other, x, y, dotted);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Extent x() {
        return drawable(x);
    }

    @Override
    public Extent y() {
        return drawable(y);
    }

    /** Of points of which both values can be drawn. */
    private Extent drawable(double[] values) {
        var kept = values.clone();
        for (int at = 0; at < kept.length; at++) {
            kept[at] = isDrawable(at) ? kept[at] : Double.NaN;
        }
        return Extent.of(kept);
    }

    @Override
    public void paint(Graphics2D g, Axes axes, Pen pen) {
        g.setColor(pen.color());
        g.setStroke(pen.line());
        Curve.of(this, axes).paint(g);
    }

    @Override
    public void sample(Graphics2D g, double left, double middle, double width, Pen pen) {
        g.setColor(pen.color());
        g.setStroke(pen.line());
        g.draw(new Line2D.Double(left, middle, left + width, middle));
    }

    @Override
    public int gaps(Axis horizontal, Axis vertical) {
        int count = 0;
        for (int at = 0; at < x.length; at++) {
            count += horizontal.takes(x[at]) && vertical.takes(y[at]) ? 0 : 1;
        }
        return count;
    }

    @Override
    public String words() {
        return Trend.of(this);
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
        return Extent.takes(x[at]) && Extent.takes(y[at]);
    }
}

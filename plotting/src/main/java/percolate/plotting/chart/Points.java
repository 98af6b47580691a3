package percolate.plotting.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.BitSet;
import java.util.Objects;

/** Points that are not joined, all of one class: it says their colour and shape. */
public final class Points implements Mark {
    private static final double RADIUS = 3.6;
    private static final double SMALL = 2.2;
    /** From here on, points are small. */
    private static final int MANY = 400;
    /** From here on, a point is a square of device pixels, of which each place has one at most. */
    private static final int CROWD = 5_000;

    private static final BasicStroke EDGE = new BasicStroke(0.6f);

    private final String name;
    private final double[] x;
    private final double[] y;

    private Points(String name, double[] x, double[] y) {
        this.name = Objects.requireNonNull(name);
        this.x = x;
        this.y = y;
    }

    /** Copies {@code x} and {@code y}. */
    public static Points of(String name, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "scatter: x has " + x.length + " values, y has " + y.length + "; give one y for each x");
        }
        return new Points(name, x.clone(), y.clone());
    }

    @Override
    public Points named(String other) {
        return new Points(other, x, y);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Extent x() {
        return Extent.of(x);
    }

    @Override
    public Extent y() {
        return Extent.of(y);
    }

    @Override
    public void paint(Graphics2D g, Axes axes, Pen pen) {
        g.setColor(pen.color());
        if (x.length > CROWD) {
            crowd(g, axes);
            return;
        }
        double radius = x.length > MANY ? SMALL : RADIUS;
        for (int at = 0; at < x.length; at++) {
            if (axes.takes(x[at], y[at])) {
                var dot = Dot.of(pen.index()).at(axes.x(x[at]), axes.y(y[at]), radius);
                g.setColor(pen.color());
                g.fill(dot);
                g.setColor(pen.theme().ground());
                g.setStroke(EDGE);
                g.draw(dot);
            }
        }
    }

    private void crowd(Graphics2D g, Axes axes) {
        var seen = new BitSet();
        int columns = (int) Math.ceil(axes.area().getMaxX()) + 1;
        for (int at = 0; at < x.length; at++) {
            if (axes.takes(x[at], y[at])) {
                int column = (int) axes.x(x[at]);
                int row = (int) axes.y(y[at]);
                boolean inside = column >= 0 && column < columns && row >= 0;
                if (inside && !seen.get(row * columns + column)) {
                    seen.set(row * columns + column);
                    g.fill(new Rectangle2D.Double(column - 0.5, row - 0.5, 2, 2));
                }
            }
        }
    }

    @Override
    public void sample(Graphics2D g, double left, double middle, double width, Pen pen) {
        g.setColor(pen.color());
        Dot.of(pen.index()).paint(g, left + width / 2, middle, RADIUS + 0.6);
    }

    @Override
    public boolean isScattered() {
        return true;
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
        var points = Digits.count(x.length) + (x.length == 1 ? " point" : " points");
        var said = name.isEmpty() ? points : name + " of " + points;
        return x().isEmpty() || y().isEmpty() ? said : said + ", x " + range(x()) + ", y " + range(y());
    }

    private static String range(Extent extent) {
        return extent.low() == extent.high()
                ? Digits.of(extent.low())
                : "from " + Digits.of(extent.low()) + " to " + Digits.of(extent.high());
    }
}

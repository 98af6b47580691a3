package percolate.plotting.steps;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import percolate.plotting.chart.Axes;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Extent;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Pen;

/**
 * What is in work: a point in a ring.
 *
 * @param name in the legend
 */
record Ring(String name, double atX, double atY) implements Mark {
    private static final double RADIUS = 8;

    @Override
    public Extent x() {
        return Extent.of(atX);
    }

    @Override
    public Extent y() {
        return Extent.of(atY);
    }

    @Override
    public void paint(Graphics2D g, Axes axes, Pen pen) {
        ring(g, axes.x(atX), axes.y(atY), RADIUS, pen);
    }

    @Override
    public void sample(Graphics2D g, double left, double middle, double width, Pen pen) {
        ring(g, left + width / 2, middle, 5, pen);
    }

    private static void ring(Graphics2D g, double x, double y, double radius, Pen pen) {
        g.setColor(pen.theme().color(3));
        g.setStroke(new BasicStroke(2.2f));
        g.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public String words() {
        return (name.isEmpty() ? "point" : name) + " at (" + Digits.of(atX) + ", " + Digits.of(atY) + ")";
    }

    @Override
    public Ring named(String other) {
        return new Ring(other, atX, atY);
    }
}

package percolate.plotting.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;

/**
 * A thin straight line to compare with: the diagonal, a zero, a value. Without values of its own on an axis, it goes from one
 * end to the other.
 *
 * @param fromX NaN for the left end
 * @param fromY NaN for the lower end
 * @param toX NaN for the right end
 * @param toY NaN for the upper end
 * @param label beside it; may be empty
 */
public record Rule(double fromX, double fromY, double toX, double toY, String label) implements Mark {
    private static final BasicStroke STROKE =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 3}, 0);

    /** Upright at a value. */
    public static Rule at(double x, String label) {
        return new Rule(x, Double.NaN, x, Double.NaN, label);
    }

    /** Level at a value. */
    public static Rule level(double y, String label) {
        return new Rule(Double.NaN, y, Double.NaN, y, label);
    }

    /** From (0, 0) to (1, 1). */
    public static Rule diagonal() {
        return new Rule(0, 0, 1, 1, "");
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public Rule named(String other) {
        return this;
    }

    @Override
    public Extent x() {
        return Extent.of(fromX, toX);
    }

    @Override
    public Extent y() {
        return Extent.of(fromY, toY);
    }

    @Override
    public void paint(Graphics2D g, Axes axes, Pen pen) {
        var area = axes.area();
        double left = Double.isNaN(fromX) ? area.getX() : axes.x(fromX);
        double right = Double.isNaN(toX) ? area.getMaxX() : axes.x(toX);
        double low = Double.isNaN(fromY) ? area.getMaxY() : axes.y(fromY);
        double high = Double.isNaN(toY) ? area.getY() : axes.y(toY);
        g.setColor(pen.theme().muted());
        g.setStroke(STROKE);
        g.draw(new Line2D.Double(left, low, right, high));
        var words = new Label(label, pen.theme().small(), pen.theme().muted());
        boolean atEnd = left + words.width(g) + 6 > area.getMaxX();
        if (atEnd) {
            words.right(g, left - 5, high + 10);
        } else {
            words.left(g, left + 5, high + 10);
        }
    }

    @Override
    public String words() {
        return label;
    }
}

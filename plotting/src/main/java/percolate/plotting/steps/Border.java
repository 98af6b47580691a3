package percolate.plotting.steps;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import percolate.plotting.chart.Axes;
import percolate.plotting.chart.Extent;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Pen;

/**
 * The straight line on which a·x + b·y + c = 0, across the axes. The arrow on it points to where the sum is above 0.
 *
 * @param midX a point near which the arrow stands
 * @param earlier whether it is where it was before, dashed and without its arrow
 */
record Border(String name, double a, double b, double c, double midX, double midY, boolean earlier) implements Mark {
    private static final double FAR = 1e4;
    private static final double ARROW = 26;
    private static final BasicStroke SOLID = new BasicStroke(2);
    private static final BasicStroke DASHED =
            new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);

    @Override
    public Extent x() {
        return Extent.NONE;
    }

    @Override
    public Extent y() {
        return Extent.NONE;
    }

    /** Directions are those of the screen, for both axes have scales of their own. */
    @Override
    public void paint(Graphics2D g, Axes axes, Pen pen) {
        if (a == 0 && b == 0) {
            return;
        }
        double away = (a * midX + b * midY + c) / (a * a + b * b);
        double nearX = midX - a * away;
        double nearY = midY - b * away;
        double x = axes.x(nearX);
        double y = axes.y(nearY);
        double alongX = axes.x(nearX - b) - x;
        double alongY = axes.y(nearY + a) - y;
        double length = Math.hypot(alongX, alongY);
        alongX /= length;
        alongY /= length;
        boolean left = alongY * (axes.x(nearX + a) - x) - alongX * (axes.y(nearY + b) - y) > 0;
        draw(g, x - FAR * alongX, y - FAR * alongY, x + FAR * alongX, y + FAR * alongY, pen);
        if (!earlier) {
            arrow(g, x, y, left ? alongY : -alongY, left ? -alongX : alongX);
        }
    }

    private static void arrow(Graphics2D g, double x, double y, double toX, double toY) {
        double tipX = x + ARROW * toX;
        double tipY = y + ARROW * toY;
        g.draw(new Line2D.Double(x, y, tipX, tipY));
        g.draw(new Line2D.Double(tipX, tipY, tipX - 7 * toX - 4 * toY, tipY - 7 * toY + 4 * toX));
        g.draw(new Line2D.Double(tipX, tipY, tipX - 7 * toX + 4 * toY, tipY - 7 * toY - 4 * toX));
    }

    @Override
    public void sample(Graphics2D g, double left, double middle, double width, Pen pen) {
        draw(g, left, middle, left + width, middle, pen);
    }

    private void draw(Graphics2D g, double fromX, double fromY, double toX, double toY, Pen pen) {
        g.setColor(earlier ? pen.theme().muted() : pen.theme().ink());
        g.setStroke(earlier ? DASHED : SOLID);
        g.draw(new Line2D.Double(fromX, fromY, toX, toY));
    }

    @Override
    public String words() {
        return a == 0 && b == 0
                ? "no line yet"
                : "the line " + Written.of(a) + "·x + " + Written.inner(b) + "·y + " + Written.inner(c) + " = 0";
    }

    @Override
    public Border named(String other) {
        return new Border(other, a, b, c, midX, midY, earlier);
    }
}

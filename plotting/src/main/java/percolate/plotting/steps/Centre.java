package percolate.plotting.steps;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import percolate.plotting.chart.Axes;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Extent;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Pen;

/**
 * The centre of a group: a cross in the group's colour.
 *
 * @param group whose colour it has
 */
record Centre(int group, double atX, double atY) implements Mark {
    private static final double ARM = 8;

    @Override
    public String name() {
        return "";
    }

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
        double x = axes.x(atX);
        double y = axes.y(atY);
        for (boolean edge : new boolean[] {true, false}) {
            g.setColor(edge ? pen.theme().ground() : pen.theme().ink());
            g.setStroke(new BasicStroke(edge ? 8 : 4.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            cross(g, x, y);
        }
        g.setColor(pen.theme().color(group));
        g.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        cross(g, x, y);
    }

    private static void cross(Graphics2D g, double x, double y) {
        g.draw(new Line2D.Double(x - ARM, y, x + ARM, y));
        g.draw(new Line2D.Double(x, y - ARM, x, y + ARM));
    }

    @Override
    public String words() {
        return "centre " + group + " at (" + Digits.of(atX) + ", " + Digits.of(atY) + ")";
    }

    @Override
    public Centre named(String other) {
        return this;
    }
}

package percolate.plotting.steps;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import percolate.plotting.chart.Axes;
import percolate.plotting.chart.Extent;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Pen;

/** A way across a surface: white with a dark edge, to be seen on every colour. */
@SuppressWarnings("ArrayRecordComponent") // many numbers, made here and compared with none
record Way(double[] atX, double[] atY) implements Mark {
    private static final Color EDGE = new Color(0x16191D);
    private static final double DOT = 3;

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
        var line = new Path2D.Double();
        var dots = new Path2D.Double();
        for (int at = 0; at < atX.length && Extent.takes(atX[at]) && Extent.takes(atY[at]); at++) {
            double x = axes.x(atX[at]);
            double y = axes.y(atY[at]);
            dots.append(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT), false);
            if (at == 0) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
        }
        g.setColor(EDGE);
        g.setStroke(new BasicStroke(3.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(line);
        g.draw(dots);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(line);
        g.fill(dots);
    }

    @Override
    public String words() {
        return "a way of " + atX.length + " points";
    }

    @Override
    public Way named(String other) {
        return this;
    }
}

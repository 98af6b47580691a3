package percolate.plotting.space;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import percolate.plotting.chart.Axes;
import percolate.plotting.chart.Extent;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Pen;
import percolate.plotting.chart.Series;

/** A way over a surface: a line with a seam, an open circle where it begins and a filled one where it ends. */
final class Path implements Mark {
    private static final double RADIUS = 4.5;
    private static final BasicStroke SEAM = new BasicStroke(4.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final Series line;
    private final double[] x;
    private final double[] y;
    private final String said;

    Path(String name, double[] x, double[] y, String said) {
        this(Series.of(name, x, y), x, y, said);
    }

    private Path(Series line, double[] x, double[] y, String said) {
        this.line = line;
        this.x = x;
        this.y = y;
        this.said = said;
    }

    @Override
    public String name() {
        return line.name();
    }

    @Override
    public Mark named(String other) {
        return new Path(line.named(other), x, y, said);
    }

    @Override
    public Extent x() {
        return line.x();
    }

    @Override
    public Extent y() {
        return line.y();
    }

    @Override
    public void paint(Graphics2D g, Axes axes, Pen pen) {
        var way = new Path2D.Double();
        way.moveTo(axes.x(x[0]), axes.y(y[0]));
        for (int at = 1; at < x.length; at++) {
            way.lineTo(axes.x(x[at]), axes.y(y[at]));
        }
        g.setColor(pen.theme().ground());
        g.setStroke(SEAM);
        g.draw(way);
        g.setColor(pen.color());
        g.setStroke(pen.line());
        g.draw(way);
        circle(g, axes, pen, 0, false);
        circle(g, axes, pen, x.length - 1, true);
    }

    private void circle(Graphics2D g, Axes axes, Pen pen, int at, boolean filled) {
        var circle = new Ellipse2D.Double(axes.x(x[at]) - RADIUS, axes.y(y[at]) - RADIUS, 2 * RADIUS, 2 * RADIUS);
        g.setColor(filled ? pen.color() : pen.theme().ground());
        g.fill(circle);
        g.setColor(filled ? pen.theme().ground() : pen.color());
        g.setStroke(new BasicStroke(1.6f));
        g.draw(circle);
    }

    @Override
    public void sample(Graphics2D g, double left, double middle, double width, Pen pen) {
        line.sample(g, left, middle, width, pen);
    }

    @Override
    public String words() {
        return said;
    }
}

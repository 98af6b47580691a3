package percolate.plotting.space;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import percolate.plotting.chart.Axes;
import percolate.plotting.chart.Extent;
import percolate.plotting.chart.Label;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Pen;
import percolate.plotting.chart.Theme;

/**
 * The titles of points: told to the one who asks where they are, and written beside them where they are few.
 * Words do not cover each other: one without room is told only.
 *
 * @param written whether they are written
 * @param told takes the place of each point that is drawn
 */
record Titles(Cloud cloud, boolean written, Consumer<Hover> told) implements Mark {
    /** Pixels that a CSS pixel has each way. */
    private static final double SCALE = 2;

    private static final double HEIGHT = 13;
    private static final double FAR = 9;

    @Override
    public String name() {
        return "";
    }

    @Override
    public Mark named(String other) {
        return this;
    }

    @Override
    public Extent x() {
        return Extent.NONE;
    }

    @Override
    public Extent y() {
        return Extent.NONE;
    }

    @Override
    public void paint(Graphics2D g, Axes axes, Pen pen) {
        IntStream.range(0, cloud.size()).forEach(at -> tell(g, x(axes, at), y(axes, at), cloud.title(at), told));
        if (written) {
            var placing = new Placing(axes.area());
            IntStream.range(0, cloud.size()).forEach(at -> placing.point(x(axes, at), y(axes, at)));
            IntStream.range(0, cloud.size()).forEach(at -> write(g, axes, pen, placing, at));
        }
    }

    private double x(Axes axes, int at) {
        return axes.x(cloud.at(0, at));
    }

    private double y(Axes axes, int at) {
        return axes.y(cloud.at(1, at));
    }

    /** Beside its point, with a thin line where it is further away; left out where there is no room. */
    private void write(Graphics2D g, Axes axes, Pen pen, Placing placing, int at) {
        var theme = pen.theme();
        var label = new Label(cloud.title(at), theme.small(), theme.ink());
        double x = x(axes, at);
        double y = y(axes, at);
        placing.place(x, y, label.width(g), HEIGHT).ifPresent(place -> {
            double toX = Math.max(place.getMinX(), Math.min(x, place.getMaxX()));
            double toY = Math.max(place.getMinY(), Math.min(y, place.getMaxY()));
            if (Math.hypot(toX - x, toY - y) > FAR) {
                g.setColor(theme.muted());
                g.setStroke(Theme.thin());
                g.draw(new Line2D.Double(x, y, toX, toY));
            }
            label.left(g, place.getX(), place.getMaxY() - 3);
        });
    }

    static void tell(Graphics2D g, double x, double y, String title, Consumer<Hover> told) {
        var pixel = g.getTransform().transform(new Point2D.Double(x, y), null);
        told.accept(new Hover((int) Math.round(pixel.getX() / SCALE), (int) Math.round(pixel.getY() / SCALE), title));
    }

    @Override
    public String words() {
        return written ? "each with its word" : "the pointer on a point tells which it is";
    }
}

package percolate.plotting.space;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import percolate.plotting.chart.Axes;
import percolate.plotting.chart.Extent;
import percolate.plotting.chart.Label;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Pen;

/**
 * The titles of points: told to the one who asks where they are, and written beside them where they are few.
 *
 * @param written whether they are written
 * @param told takes the place of each point that is drawn
 */
record Titles(Cloud cloud, boolean written, Consumer<Hover> told) implements Mark {
    /** Pixels that a CSS pixel has each way. */
    private static final double SCALE = 2;

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
        IntStream.range(0, cloud.size()).forEach(at -> {
            double x = axes.x(cloud.at(0, at));
            double y = axes.y(cloud.at(1, at));
            tell(g, x, y, cloud.title(at), told);
            if (written) {
                write(
                        g,
                        x,
                        y,
                        axes,
                        new Label(
                                cloud.title(at),
                                pen.theme().small(),
                                pen.theme().ink()));
            }
        });
    }

    /** At the right of a point, at its left where there is no room. */
    private static void write(Graphics2D g, double x, double y, Axes axes, Label label) {
        if (x + 8 + label.width(g) > axes.area().getMaxX()) {
            label.right(g, x - 6, y + 4);
        } else {
            label.left(g, x + 6, y + 4);
        }
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

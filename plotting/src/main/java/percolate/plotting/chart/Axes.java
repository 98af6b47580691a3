package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Axes that were drawn, and where a point lies on them. */
public final class Axes {
    private static final double TICK_WIDTH = 70;
    private static final double TICK_HEIGHT = 30;
    private static final double LINE_HEIGHT = 16;
    private static final double GAP = 8;
    private static final double EDGE = 6;
    /** A name that is written upwards takes no more than this. */
    private static final double LONGEST_NAME = 110;

    private final Axis x;
    private final Axis y;
    private final Rectangle2D area;

    private Axes(Axis x, Axis y, Rectangle2D area) {
        this.x = x;
        this.y = y;
        this.area = area;
    }

    /** Draws ticks, labels, grid and the horizontal axis' title into (0, 0) to (width, height). */
    static Axes paint(Graphics2D g, double width, double height, Axis x, Axis y, String xTitle, Theme theme) {
        var names = new Names(g, x.scale().names(), theme);
        double title = xTitle.isEmpty() ? 0 : LINE_HEIGHT + 2;
        var yTicks = y.ticks(rows(y, height - title - LINE_HEIGHT));
        double left = Math.min(width / 2, widest(g, yTicks, theme) + GAP);
        double room = Math.max(1, width - left - EDGE);
        boolean upright = names.areUpright(room);
        double bottom = (upright ? Math.min(LONGEST_NAME, names.widest()) + 4 : LINE_HEIGHT) + title;
        var axes = new Axes(x, y, new Rectangle2D.Double(left, EDGE, room, Math.max(1, height - bottom - 2 * EDGE)));
        axes.rows(g, yTicks, theme);
        if (names.any()) {
            names.paint(axes, upright);
        } else {
            axes.columns(g, theme);
        }
        new Label(xTitle, theme.small(), theme.muted()).within(g, width).centred(g, left + room / 2, height - 4);
        return axes;
    }

    public double x(double value) {
        return area.getX() + x.share(value) * area.getWidth();
    }

    public double y(double value) {
        return area.getMaxY() - y.share(value) * area.getHeight();
    }

    /** Whether a point has a place on both axes. */
    public boolean takes(double atX, double atY) {
        return x.takes(atX) && y.takes(atY);
    }

    /** Where marks are drawn. */
    public Rectangle2D area() {
        return area;
    }

    Axis horizontal() {
        return x;
    }

    Axis vertical() {
        return y;
    }

    /** How many ticks a vertical axis has at most; names stand closer than numbers. */
    private static int rows(Axis y, double height) {
        return (int) (height / (y.scale().names().isEmpty() ? TICK_HEIGHT : LINE_HEIGHT));
    }

    private static double widest(Graphics2D g, List<Tick> ticks, Theme theme) {
        return ticks.stream()
                .mapToDouble(tick -> label(tick, theme).within(g, LONGEST_NAME).width(g))
                .max()
                .orElse(0);
    }

    private static Label label(Tick tick, Theme theme) {
        return new Label(tick.label(), theme.small(), theme.muted());
    }

    private void rows(Graphics2D g, List<Tick> ticks, Theme theme) {
        boolean named = !y.scale().names().isEmpty();
        double last = Double.NaN;
        for (var tick : ticks) {
            double at = y(tick.value());
            if (Math.abs(at - last) < LINE_HEIGHT - 3) {
                continue;
            }
            last = at;
            if (!named) {
                g.setColor(theme.grid());
                g.setStroke(Theme.thin());
                g.draw(new Line2D.Double(area.getX(), at, area.getMaxX(), at));
            }
            var label = label(tick, theme).within(g, Math.min(LONGEST_NAME, area.getX() - GAP + 1));
            label.right(g, area.getX() - GAP, at + label.capHeight(g) / 2);
        }
    }

    /** Labels that do not run into each other. */
    private void columns(Graphics2D g, Theme theme) {
        double free = Double.NEGATIVE_INFINITY;
        for (var tick : x.ticks((int) (area.getWidth() / TICK_WIDTH))) {
            var label = label(tick, theme);
            double half = label.width(g) / 2;
            double at = Math.min(x(tick.value()), area.getMaxX() + EDGE - half);
            if (at - half >= free) {
                label.centred(g, at, area.getMaxY() + EDGE + LINE_HEIGHT - 4);
                free = at + half + GAP;
            }
        }
    }
}

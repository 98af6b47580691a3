package percolate.plotting.steps;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Set;
import percolate.plotting.chart.Label;
import percolate.plotting.chart.Theme;

/**
 * A matrix of numbers as a sheet of cells: blue above zero, orange below, as strong as the number is large.
 *
 * @param title above it
 * @param values [rows, columns] in row-major order; what is not a number is empty
 * @param rim how many cells around are no values of their own, such as padding
 * @param chosen the cells in work, framed
 * @param largest of all numbers, without their signs, in all steps: its cell has the strongest colour
 */
@SuppressWarnings("ArrayRecordComponent") // many numbers, made here and compared with none
record Sheet(String title, double[] values, int rows, int columns, int rim, Set<Integer> chosen, double largest) {
    static final double TITLE = 20;
    private static final double READABLE = 22;
    private static final double STRONGEST = 0.62;

    Sheet {
        chosen = Set.copyOf(chosen);
    }

    static Sheet of(String title, double[] values, int columns) {
        return new Sheet(title, values, values.length / columns, columns, 0, Set.of(), largest(values));
    }

    Sheet choosing(Set<Integer> cells) {
        return new Sheet(title, values, rows, columns, rim, cells, largest);
    }

    Sheet withRim(int cells) {
        return new Sheet(title, values, rows, columns, cells, chosen, largest);
    }

    /** With the colours of other numbers too. */
    Sheet among(double... others) {
        return new Sheet(title, values, rows, columns, rim, chosen, Math.max(largest, largest(others)));
    }

    double height(double cell) {
        return TITLE + rows * cell;
    }

    void paint(Graphics2D g, double x, double y, double cell, Theme theme) {
        new Label(title, theme.small(), theme.muted())
                .within(g, Math.max(columns * cell, 88))
                .left(g, x, y + 12);
        for (int at = 0; at < values.length; at++) {
            paint(g, at, area(at, x, y + TITLE, cell), theme);
        }
        frame(g, x, y + TITLE, cell, theme);
    }

    /** Around the chosen cells; those side by side have one frame. */
    private void frame(Graphics2D g, double x, double y, double cell, Theme theme) {
        var outline = new Area();
        chosen.forEach(at -> outline.add(new Area(area(at, x, y, cell))));
        g.setColor(theme.color(3));
        g.setStroke(new BasicStroke(cell < READABLE ? 1.6f : 2.4f));
        g.draw(outline);
    }

    private Rectangle2D area(int at, double x, double y, double cell) {
        int row = at / columns;
        int column = at % columns;
        return new Rectangle2D.Double(x + column * cell, y + row * cell, cell, cell);
    }

    private void paint(Graphics2D g, int at, Rectangle2D area, Theme theme) {
        var fill = fill(at, theme);
        g.setColor(fill);
        g.fill(inset(area, area.getWidth() < 6 ? 0 : 0.5));
        if (isRim(at)) {
            g.setColor(theme.grid());
            g.setStroke(Theme.thin());
            g.draw(inset(area, 1));
        }
        if (area.getWidth() >= READABLE && !Double.isNaN(values[at])) {
            var ink = isRim(at) ? theme.muted() : Theme.textOn(fill);
            number(g, values[at], area, ink, theme);
        }
    }

    /** With as many digits as there is room for. */
    private static void number(Graphics2D g, double value, Rectangle2D area, Color ink, Theme theme) {
        for (int digits = 3; digits > 0; digits--) {
            var label = new Label(Written.of(value, digits), area.getWidth() < 30 ? theme.small() : theme.text(), ink);
            var small = new Label(label.text(), theme.small(), ink);
            var fitting = label.width(g) <= area.getWidth() - 4 ? label : small;
            if (fitting.width(g) <= area.getWidth() - 3) {
                fitting.middle(g, area.getCenterX(), area.getCenterY());
                return;
            }
        }
        new Label(Written.rounded(value), theme.small(), ink)
                .within(g, area.getWidth() - 2)
                .middle(g, area.getCenterX(), area.getCenterY());
    }

    private Color fill(int at, Theme theme) {
        double value = values[at];
        if (isRim(at)) {
            return theme.ground();
        } else if (Double.isNaN(value) || value == 0 || largest == 0) {
            return theme.pale();
        }
        return Theme.mix(theme.pale(), value > 0 ? theme.good() : theme.bad(), STRONGEST * Math.abs(value) / largest);
    }

    private boolean isRim(int at) {
        int row = at / columns;
        int column = at % columns;
        return row < rim || column < rim || row >= rows - rim || column >= columns - rim;
    }

    private static double largest(double... values) {
        return Arrays.stream(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    private static Rectangle2D inset(Rectangle2D area, double by) {
        return new Rectangle2D.Double(
                area.getX() + by, area.getY() + by, area.getWidth() - 2 * by, area.getHeight() - 2 * by);
    }
}

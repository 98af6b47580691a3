package percolate.plotting.steps;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
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
 */
record Sheet(String title, double[] values, int rows, int columns, int rim, Set<Integer> chosen) {
    static final double TITLE = 20;
    private static final double READABLE = 22;
    private static final double STRONGEST = 0.62;

    Sheet {
        chosen = Set.copyOf(chosen);
    }

    Sheet choosing(Set<Integer> cells) {
        return new Sheet(title, values, rows, columns, rim, cells);
    }

    double height(double cell) {
        return TITLE + rows * cell;
    }

    void paint(Graphics2D g, double x, double y, double cell, Theme theme) {
        new Label(title, theme.small(), theme.muted())
                .within(g, Math.max(columns * cell, 88))
                .left(g, x, y + 12);
        double largest = largest();
        for (int at = 0; at < values.length; at++) {
            paint(g, at, area(at, x, y + TITLE, cell), largest, theme);
        }
        g.setColor(theme.color(3));
        g.setStroke(new BasicStroke(2.2f));
        for (int at : chosen) {
            g.draw(inset(area(at, x, y + TITLE, cell), 1));
        }
    }

    private Rectangle2D area(int at, double x, double y, double cell) {
        return new Rectangle2D.Double(x + at % columns * cell, y + at / columns * cell, cell, cell);
    }

    private void paint(Graphics2D g, int at, Rectangle2D area, double largest, Theme theme) {
        var fill = fill(at, largest, theme);
        g.setColor(fill);
        g.fill(inset(area, area.getWidth() < 6 ? 0 : 0.5));
        if (isRim(at)) {
            g.setColor(theme.grid());
            g.setStroke(Theme.thin());
            g.draw(inset(area, 1));
        }
        if (area.getWidth() >= READABLE && !Double.isNaN(values[at])) {
            var ink = isRim(at) ? theme.muted() : Theme.textOn(fill);
            new Label(Written.of(values[at]), area.getWidth() < 30 ? theme.small() : theme.text(), ink)
                    .within(g, area.getWidth() - 3)
                    .middle(g, area.getCenterX(), area.getCenterY());
        }
    }

    private Color fill(int at, double largest, Theme theme) {
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

    private double largest() {
        double largest = 0;
        for (double value : values) {
            largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        return largest;
    }

    private static Rectangle2D inset(Rectangle2D area, double by) {
        return new Rectangle2D.Double(
                area.getX() + by, area.getY() + by, area.getWidth() - 2 * by, area.getHeight() - 2 * by);
    }
}

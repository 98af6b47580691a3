package percolate.plotting.steps;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Label;
import percolate.plotting.chart.Size;
import percolate.plotting.chart.Theme;

/**
 * A small net: its units with their numbers, above them, once the error has come back, their δ; beside it the weights of the
 * layer in work and, on the way back, their gradients.
 *
 * @param deltas of all layers
 * @param active the layer in work, −1 for none
 * @param known how many layers have their numbers
 * @param back from which layer on δ is known
 */
record NetDrawing(List<Level> levels, List<double[]> deltas, int active, int known, int back) implements Drawing {
    private static final double RADIUS = 20;
    private static final double ROW = 62;
    private static final double COLUMN = 118;
    private static final double CELL = 36;
    private static final double GAP = 34;
    private static final double TOP = 24;

    @Override
    public Size size() {
        return new Size((int) Math.max(620, netWidth() + GAP + widest() * CELL), (int)
                (TOP + Math.max(tallest() * ROW, 2 * Sheet.TITLE + 2 * deepest() * CELL + 12)));
    }

    private double netWidth() {
        return levels.size() * COLUMN + 2 * RADIUS + 8;
    }

    private int widest() {
        return levels.stream().mapToInt(Level::units).max().orElse(1);
    }

    private int deepest() {
        return levels.stream().mapToInt(level -> level.in().length).max().orElse(1);
    }

    private int tallest() {
        return Math.max(widest(), deepest());
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        for (int at = 0; at < levels.size(); at++) {
            edges(g, at, height, theme);
        }
        for (int column = 0; column <= levels.size(); column++) {
            title(g, column, theme);
            for (int unit = 0; unit < units(column); unit++) {
                unit(g, column, unit, height, theme);
            }
        }
        if (active >= 0) {
            sheets(g, theme);
        }
    }

    private void sheets(Graphics2D g, Theme theme) {
        var level = levels.get(active);
        double x = netWidth() + GAP;
        double y = TOP - Sheet.TITLE + 8;
        Sheet.of("W of " + level.name(), level.weights(), level.units()).paint(g, x, y, CELL, theme);
        if (active >= back) {
            double below = y + Sheet.TITLE + level.in().length * CELL + 12;
            Sheet.of("∂e/∂W", level.weightGradient(deltas.get(active)), level.units())
                    .paint(g, x, below, CELL, theme);
        }
    }

    private int units(int column) {
        return column == 0 ? levels.get(0).in().length : levels.get(column - 1).units();
    }

    private static double x(int column) {
        return RADIUS + 4 + column * COLUMN;
    }

    private double y(int column, int unit, double height) {
        double room = (height - TOP) / units(column);
        double row = Math.min(ROW, room);
        double first = TOP + (height - TOP - row * units(column)) / 2;
        return first + (unit + 0.5) * row + 4;
    }

    private void title(Graphics2D g, int column, Theme theme) {
        var level = column == 0 ? null : levels.get(column - 1);
        var text = level == null
                ? "x"
                : level.function().isEmpty() ? level.name() : level.name() + ", " + level.function();
        new Label(text, theme.small(), theme.muted()).within(g, COLUMN).centred(g, Math.max(x(column), 20), 11);
    }

    private void edges(Graphics2D g, int at, double height, Theme theme) {
        var level = levels.get(at);
        for (int i = 0; i < level.weights().length; i++) {
            int from = i / level.units();
            int to = i % level.units();
            boolean working = at == active;
            double weight = level.weights()[i];
            var color = weight < 0 ? theme.bad() : theme.good();
            g.setColor(working ? color : Theme.mix(theme.ground(), color, 0.3));
            g.setStroke(new BasicStroke((float) (0.6 + Math.min(2.6, 1.6 * Math.abs(weight)))));
            g.draw(new Line2D.Double(x(at) + RADIUS, y(at, from, height), x(at + 1) - RADIUS, y(at + 1, to, height)));
        }
    }

    private void unit(Graphics2D g, int column, int unit, double height, Theme theme) {
        double x = x(column);
        double y = y(column, unit, height);
        boolean working = active >= 0 && column == active + 1;
        var circle = new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        g.setColor(theme.pale());
        g.fill(circle);
        g.setColor(working ? theme.color(3) : theme.muted());
        g.setStroke(new BasicStroke(working ? 2.6f : 1.2f));
        g.draw(circle);
        if (column <= known) {
            number(g, value(column, unit), x, y, theme);
        }
        if (column > 0 && column - 1 >= back) {
            var delta = "δ " + Written.of(deltas.get(column - 1)[unit], 2);
            new Label(delta, theme.small(), theme.bad()).centred(g, x, y - RADIUS - 4);
        }
    }

    private double value(int column, int unit) {
        return column == 0 ? levels.get(0).in()[unit] : levels.get(column - 1).out()[unit];
    }

    private static void number(Graphics2D g, double value, double x, double y, Theme theme) {
        var label = new Label(Written.of(value), theme.text(), theme.ink());
        var fitting =
                label.width(g) <= 2 * RADIUS - 6 ? label : new Label(Written.of(value, 2), theme.small(), theme.ink());
        fitting.within(g, 2 * RADIUS - 2).middle(g, x, y);
    }

    @Override
    public String alt() {
        return "a net of " + (levels.size() + 1) + " columns of units";
    }
}

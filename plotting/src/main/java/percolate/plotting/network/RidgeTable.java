package percolate.plotting.network;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Label;
import percolate.plotting.chart.Size;
import percolate.plotting.chart.Theme;

/**
 * A place for each layer, in it a line for each epoch, the first one at the back.
 *
 * @param colour of its lines, by number
 * @param note below; may be empty
 * @param alt what it shows, in words
 */
record RidgeTable(List<Ridge> ridges, int colour, String note, String alt) implements Drawing {
    private static final int COLUMNS = 3;
    private static final double CELL = 216;
    private static final double MARGIN = 24;
    private static final double GAP = 26;
    private static final double NAME = 20;
    private static final double RISE = 34;
    private static final double BELOW = 34;
    private static final double NOTE = 18;
    private static final double LOWEST_STEP = 7;
    private static final double HIGHEST_STEP = 15;
    private static final double REACH = 90;
    private static final double LETTERS = 12;

    RidgeTable {
        ridges = List.copyOf(ridges);
    }

    private int columns() {
        return Math.min(COLUMNS, ridges.size());
    }

    private int lines() {
        return ridges.stream().mapToInt(ridge -> ridge.lines().size()).max().orElse(1);
    }

    private double step() {
        return Math.max(LOWEST_STEP, Math.min(HIGHEST_STEP, REACH / Math.max(1, lines() - 1)));
    }

    private double row() {
        return NAME + RISE + (lines() - 1) * step() + BELOW;
    }

    @Override
    public Size size() {
        int rows = (ridges.size() + columns() - 1) / columns();
        return new Size(
                (int) (columns() * (CELL + GAP) - GAP), (int) Math.ceil(rows * row() + (note.isEmpty() ? 0 : NOTE)));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        var natural = size();
        double share = Math.min(width / natural.width(), height / natural.height());
        var own = (Graphics2D) g.create();
        own.scale(share, share);
        for (int at = 0; at < ridges.size(); at++) {
            var cell = (Graphics2D) own.create();
            int down = at / columns();
            cell.translate(at % columns() * (CELL + GAP), down * row());
            paint(cell, ridges.get(at), theme);
            cell.dispose();
        }
        new Label(note, theme.small(), theme.muted())
                .within(own, natural.width())
                .left(own, 0, natural.height() - 4);
        own.dispose();
    }

    private void paint(Graphics2D g, Ridge ridge, Theme theme) {
        var odd = ridge.odd();
        var said = new Label(
                        odd.isEmpty() ? ridge.words(" → ") : odd,
                        theme.small(),
                        odd.isEmpty() ? theme.muted() : theme.bad())
                .within(g, CELL);
        said.right(g, CELL, 12);
        new Label(ridge.layer(), theme.strong(), theme.ink())
                .within(g, CELL - said.width(g) - 10)
                .left(g, 0, 12);
        int last = ridge.lines().size() - 1;
        double free = Double.NEGATIVE_INFINITY;
        for (int at = 0; at <= last; at++) {
            double base = NAME + RISE + at * step();
            line(g, ridge.lines().get(at), base, last == 0 ? 1 : at / (double) last, theme);
            boolean room = base - free >= LETTERS && (at == last || NAME + RISE + last * step() - base >= LETTERS);
            if (room || at == last) {
                new Label(String.valueOf(ridge.lines().get(at).epoch()), theme.small(), theme.muted())
                        .right(g, MARGIN - 6, base + 3);
                free = base;
            }
        }
        ends(g, ridge, NAME + RISE + last * step() + 15, theme);
    }

    private static void ends(Graphics2D g, Ridge ridge, double y, Theme theme) {
        new Label(Digits.of(ridge.low(), 2), theme.small(), theme.muted()).left(g, MARGIN, y);
        new Label(Digits.of(ridge.high(), 2), theme.small(), theme.muted()).right(g, CELL, y);
        if (ridge.low() < 0 && ridge.high() > 0) {
            double zero = MARGIN + (CELL - MARGIN) * -ridge.low() / (ridge.high() - ridge.low());
            if (zero > MARGIN + 50 && zero < CELL - 50) {
                new Label("0", theme.small(), theme.muted()).centred(g, zero, y);
            }
        }
    }

    /** @param age from 0 for the first epoch to 1 for the last */
    private void line(Graphics2D g, Ridge.Line line, double base, double age, Theme theme) {
        if (!line.isFinite()) {
            g.setColor(theme.bad());
            g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {4, 3}, 0));
            g.draw(new Line2D.Double(MARGIN, base, CELL, base));
            return;
        }
        var hills = new Path2D.Double();
        hills.moveTo(MARGIN, base);
        double each = (CELL - MARGIN) / line.heights().size();
        for (int at = 0; at < line.heights().size(); at++) {
            hills.lineTo(
                    MARGIN + (at + 0.5) * each,
                    base - (RISE - 4) * line.heights().get(at));
        }
        hills.lineTo(CELL, base);
        Color strong = Theme.mix(Theme.mix(theme.ground(), theme.color(colour), 0.55), theme.color(colour), age);
        g.setColor(Theme.mix(theme.ground(), strong, 0.3));
        g.fill(hills);
        g.setColor(strong);
        g.setStroke(new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(hills);
    }
}

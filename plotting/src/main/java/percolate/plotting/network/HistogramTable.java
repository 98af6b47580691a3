package percolate.plotting.network;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.LongStream;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Label;
import percolate.plotting.chart.Size;
import percolate.plotting.chart.Theme;

/**
 * Small histograms, a row for each layer.
 *
 * @param columns what each column shows
 * @param note below; may be empty
 * @param alt what they show, in words
 */
record HistogramTable(List<String> columns, List<Row> rows, String note, String alt) implements Drawing {
    private static final double NAME = 130;
    private static final double CELL = 190;
    private static final double GAP = 22;
    private static final double HEADING = 24;
    private static final double BARS = 40;
    private static final double LINE = 74;
    private static final double NOTE = 18;

    /** A layer with a histogram for each column. */
    record Row(String name, List<Histogram> cells) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    HistogramTable {
        rows = List.copyOf(rows);
    }

    @Override
    public Size size() {
        double width = NAME + columns.size() * (CELL + GAP) - GAP;
        return new Size((int) width, (int) (HEADING + rows.size() * LINE + (note.isEmpty() ? 0 : NOTE)));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        var natural = size();
        double share = Math.min(width / natural.width(), height / natural.height());
        var own = (Graphics2D) g.create();
        own.scale(share, share);
        for (int column = 0; column < columns.size(); column++) {
            double x = NAME + column * (CELL + GAP);
            new Label(columns.get(column), theme.strong(), theme.ink()).left(own, x, 13);
            for (int row = 0; row < rows.size(); row++) {
                var histogram = rows.get(row).cells().get(column);
                paint(own, histogram, x, HEADING + row * LINE, theme.color(column), theme);
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            new Label(rows.get(row).name(), theme.text(), theme.ink())
                    .within(own, NAME - 12)
                    .left(own, 0, HEADING + row * LINE + BARS - 2);
        }
        new Label(note, theme.small(), theme.muted()).left(own, 0, natural.height() - 4);
        own.dispose();
    }

    private static void paint(Graphics2D g, Histogram histogram, double x, double y, Color color, Theme theme) {
        if (histogram.isEmpty()) {
            return;
        }
        long most = LongStream.of(histogram.counts()).max().orElse(0);
        double each = CELL / Histogram.BINS;
        g.setColor(color);
        for (int bin = 0; bin < histogram.counts().length; bin++) {
            long count = histogram.counts()[bin];
            double high = count == 0 ? 0 : Math.max(1, BARS * count / most);
            g.fill(new Rectangle2D.Double(x + bin * each, y + BARS - high, each - 0.5, high));
        }
        g.setColor(theme.grid());
        g.draw(new Line2D.Double(x, y + BARS + 0.5, x + CELL, y + BARS + 0.5));
        labels(g, histogram, x, y + BARS + 13, theme);
    }

    private static void labels(Graphics2D g, Histogram histogram, double x, double y, Theme theme) {
        if (histogram.counts().length > 0) {
            new Label(Digits.of(histogram.low(), 2), theme.small(), theme.muted()).left(g, x, y);
            new Label(Digits.of(histogram.high(), 2), theme.small(), theme.muted()).right(g, x + CELL, y);
        }
        var middle = new Label(histogram.words(), theme.small(), histogram.odd() > 0 ? theme.bad() : theme.muted());
        middle.within(g, CELL - 70).centred(g, x + CELL / 2, y);
    }
}

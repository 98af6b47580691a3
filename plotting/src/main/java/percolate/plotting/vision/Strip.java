package percolate.plotting.vision;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Label;
import percolate.plotting.chart.Size;
import percolate.plotting.chart.Theme;

/**
 * Stations from left to right with arrows between them, and what comes out at the end.
 *
 * @param guesses classes with their probabilities, likeliest first
 * @param note below; may be empty
 * @param alt what it shows, in words
 */
record Strip(List<Station> stations, List<Guess> guesses, String note, String alt) implements Drawing {
    private static final double HEADING = 36;
    private static final double BODY = 244;
    private static final double BOTTOM = 22;
    private static final double GAP = 6;
    private static final double ARROW = 26;
    private static final double RESULT = 120;
    private static final double LARGEST = 112;
    private static final double COLUMN = 18;

    /** A class with its probability. */
    record Guess(String name, double share) {}

    Strip {
        stations = List.copyOf(stations);
        guesses = List.copyOf(guesses);
    }

    @Override
    public Size size() {
        double width =
                stations.stream().mapToDouble(station -> width(station) + ARROW).sum() + RESULT;
        return new Size((int) Math.min(3900, Math.ceil(width)), (int) (HEADING + BODY + BOTTOM));
    }

    private static double width(Station station) {
        var context = new FontRenderContext(null, true, true);
        double words = Math.max(
                width(station.name(), Theme.LIGHT.strong(), context),
                Math.max(
                        width(station.shape(), Theme.LIGHT.small(), context),
                        width(station.note(), Theme.LIGHT.small(), context)));
        return Math.max(station.column() ? COLUMN : side(station), Math.min(130, words + 2));
    }

    private static double width(String text, Font font, FontRenderContext context) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, context).getWidth();
    }

    /** The side of a station's maps, so that all of them fit below each other. */
    private static double side(Station station) {
        int count = station.fields().size();
        return Math.min(LARGEST, (BODY - GAP * (count - 1)) / count);
    }

    /** The values of images are kept as they are. */
    @Override
    public boolean isFlat() {
        return false;
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        var natural = size();
        double share = Math.min(width / natural.width(), height / natural.height());
        var own = (Graphics2D) g.create();
        own.scale(share, share);
        double x = 0;
        for (var station : stations) {
            paint(own, station, x, theme);
            x += width(station);
            arrow(own, x + 6, HEADING + BODY / 2, theme);
            x += ARROW;
        }
        result(own, x, theme);
        new Label(note, theme.small(), theme.muted()).right(own, natural.width(), natural.height() - 6);
        own.dispose();
    }

    private static void paint(Graphics2D g, Station station, double x, Theme theme) {
        double width = width(station);
        new Label(station.name(), theme.strong(), theme.ink()).within(g, width).left(g, x, 12);
        new Label(station.shape(), theme.small(), theme.muted())
                .within(g, width)
                .left(g, x, 27);
        double y = station.column() ? column(g, station, x, theme) : maps(g, station, x, theme);
        new Label(station.note(), theme.small(), theme.muted()).within(g, width).left(g, x, y + 14);
    }

    /** @return where the maps end */
    private static double maps(Graphics2D g, Station station, double x, Theme theme) {
        double side = side(station);
        double all = station.fields().size() * (side + GAP) - GAP;
        double y = HEADING + (BODY - all) / 2;
        for (var field : station.fields()) {
            double longest = Math.max(field.width(), field.height());
            double wide = Math.max(1, side * field.width() / longest);
            double high = Math.max(1, side * field.height() / longest);
            field.paint(g, x, y, wide, high);
            frame(g, x, y, wide, high, theme);
            y += side + GAP;
        }
        return y - GAP;
    }

    private static double column(Graphics2D g, Station station, double x, Theme theme) {
        var field = station.fields().get(0);
        double high = Math.min(BODY, field.height() * COLUMN);
        double y = HEADING + (BODY - high) / 2;
        field.paint(g, x, y, COLUMN, high);
        frame(g, x, y, COLUMN, high, theme);
        return y + high;
    }

    private static void frame(Graphics2D g, double x, double y, double wide, double high, Theme theme) {
        g.setColor(theme.grid());
        g.setStroke(new BasicStroke(1));
        g.draw(new Rectangle2D.Double(x - 0.5, y - 0.5, wide + 1, high + 1));
    }

    private static void arrow(Graphics2D g, double x, double y, Theme theme) {
        g.setColor(Theme.mix(theme.grid(), theme.muted(), 0.7));
        var head = new Path2D.Double();
        head.moveTo(x + 13, y);
        head.lineTo(x + 5, y - 5);
        head.lineTo(x + 5, y + 5);
        head.closePath();
        g.fill(head);
        g.fill(new Rectangle2D.Double(x, y - 0.8, 6, 1.6));
    }

    private void result(Graphics2D g, double x, Theme theme) {
        new Label("prediction", theme.strong(), theme.ink()).left(g, x, 12);
        double line = 34;
        double y = HEADING + (BODY - guesses.size() * line) / 2;
        for (int at = 0; at < guesses.size(); at++) {
            var guess = guesses.get(at);
            var font = at == 0 ? theme.strong() : theme.text();
            var share = new Label(Digits.percent(guess.share()), theme.small(), theme.muted());
            boolean single = guesses.size() == 1;
            new Label(guess.name(), font, theme.ink()).within(g, RESULT - 40).left(g, x, y + 12);
            if (!single) {
                share.right(g, x + RESULT - 2, y + 12);
                g.setColor(theme.pale());
                g.fill(new Rectangle2D.Double(x, y + 17, RESULT - 2, 6));
                g.setColor(at == 0 ? theme.good() : Theme.mix(theme.pale(), theme.good(), 0.5));
                g.fill(new Rectangle2D.Double(x, y + 17, Math.max(1, (RESULT - 2) * guess.share()), 6));
            }
            y += line;
        }
    }
}

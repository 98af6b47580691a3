package percolate.plotting.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/**
 * Charts side by side under a line of words and a bar that says how far something has come. Its size never changes, so
 * that the page does not jump when it is drawn anew.
 *
 * @param sign before the state
 * @param state for example {@code running}
 * @param caption the numbers of the moment
 * @param details further numbers, on a line of their own below the bar; may be empty
 * @param progress between 0 and 1
 * @param alt what it shows, in words
 */
public record Panel(
        Sign sign, String state, String caption, String details, double progress, List<Plot> charts, String alt)
        implements Drawing {
    private static final double HEADER_HEIGHT = 56;
    private static final double GAP = 28;
    private static final double BAR = 3;
    private static final double SIGN = 10;

    public Panel {
        charts = List.copyOf(charts);
    }

    @Override
    public Size size() {
        return new Size(732, 262);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        header(g, width, theme);
        double each = (width - GAP * (charts.size() - 1)) / Math.max(1, charts.size());
        for (int at = 0; at < charts.size(); at++) {
            var own = (Graphics2D) g.create();
            own.translate(at * (each + GAP), HEADER_HEIGHT);
            charts.get(at).paint(own, each, height - HEADER_HEIGHT, theme);
            own.dispose();
        }
    }

    private void header(Graphics2D g, double width, Theme theme) {
        var color = sign == Sign.CROSS || sign == Sign.STOP ? theme.bad() : theme.good();
        sign.paint(g, 0, 11, SIGN, color);
        var word = new Label(state, theme.strong(), theme.ink());
        word.left(g, SIGN + 6, 11);
        double start = SIGN + 6 + word.width(g) + 12;
        var numbers = new Label(caption, theme.text(), theme.muted());
        var fitting = numbers.width(g) <= width - start ? numbers : new Label(caption, theme.small(), theme.muted());
        fitting.within(g, width - start).left(g, start, 11);
        new Label(details, theme.small(), theme.muted()).within(g, width).left(g, 0, 39);
        bar(g, width, theme.grid());
        bar(g, width * Math.min(1, Math.max(0, progress)), color);
    }

    private static void bar(Graphics2D g, double width, Color color) {
        g.setColor(color);
        g.fill(new RoundRectangle2D.Double(0, 20, width, BAR, BAR, BAR));
    }
}

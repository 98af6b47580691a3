package percolate.plotting.space;

import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Label;
import percolate.plotting.chart.Size;
import percolate.plotting.chart.Theme;

/** Words below each other with a bar for each cosine, from nothing at 0. */
record Ranking(List<Neighbours.Neighbour> nearest, String alt, String word) implements Drawing {
    private static final double LINE = 24;
    private static final double NAME = 130;
    private static final double NUMBER = 46;

    @Override
    public Size size() {
        return new Size(380, (int) Math.max(60, 28 + nearest.size() * LINE));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        new Label("nearest to “" + word + "”", theme.strong(), theme.ink())
                .within(g, width - NUMBER)
                .left(g, 0, 13);
        new Label("cosine", theme.small(), theme.muted()).right(g, width, 13);
        double room = Math.max(1, width - NAME - NUMBER);
        for (int at = 0; at < nearest.size(); at++) {
            var near = nearest.get(at);
            double y = 28 + at * LINE;
            new Label(near.word(), theme.text(), theme.ink())
                    .within(g, NAME - 10)
                    .left(g, 0, y + 14);
            g.setColor(near.cosine() < 0 ? theme.bad() : theme.good());
            double length = Math.max(1, Math.abs(near.cosine()) * room);
            g.fill(new RoundRectangle2D.Double(NAME, y + 4, length, 12, 3, 3));
            new Label(Digits.of(near.cosine(), 2), theme.small(), theme.muted()).right(g, width, y + 14);
        }
    }
}

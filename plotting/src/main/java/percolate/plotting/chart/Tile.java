package percolate.plotting.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * An image with words below it.
 *
 * @param lines below the image
 * @param verdict stands before the first line; {@link Sign#CROSS} also frames the image
 * @param outlines on the image
 */
public record Tile(Pixels pixels, List<String> lines, Optional<Sign> verdict, List<Outline> outlines) {
    static final double LINE_HEIGHT = 15;
    private static final double SIGN = 9;
    private static final double SIGN_GAP = 4;

    public Tile {
        lines = List.copyOf(lines);
        outlines = List.copyOf(outlines);
    }

    /** Without rectangles on the image. */
    public Tile(Pixels pixels, List<String> lines, Optional<Sign> verdict) {
        this(pixels, lines, verdict, List.of());
    }

    void paint(Graphics2D g, double x, double y, double side, Theme theme) {
        var image = pixels.paint(g, x, y, side);
        outlines.forEach(outline -> outline.paint(g, image, theme));
        boolean wrong = verdict.equals(Optional.of(Sign.CROSS));
        g.setColor(wrong ? theme.bad() : theme.grid());
        g.setStroke(new BasicStroke(wrong ? 2 : 1));
        g.draw(new Rectangle2D.Double(x - 0.5, y - 0.5, side + 1, side + 1));
        double base = y + side + 13;
        for (int line = 0; line < lines.size(); line++, base += LINE_HEIGHT) {
            if (line == 0) {
                first(g, x, base, side, wrong, theme);
            } else {
                new Label(lines.get(line), theme.small(), theme.muted())
                        .within(g, side)
                        .centred(g, x + side / 2, base);
            }
        }
    }

    private void first(Graphics2D g, double x, double base, double side, boolean wrong, Theme theme) {
        double room = verdict.isPresent() ? SIGN + SIGN_GAP : 0;
        var label = new Label(lines.get(0), wrong ? theme.strong() : theme.text(), wrong ? theme.bad() : theme.ink())
                .within(g, side - room);
        double start = x + (side - room - label.width(g)) / 2;
        verdict.ifPresent(sign -> sign.paint(g, start, base, SIGN, wrong ? theme.bad() : theme.good()));
        label.left(g, start + room, base);
    }
}

package percolate.plotting.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;

/** One line of text. */
public record Label(String text, Font font, Color color) {
    private static final String ELLIPSIS = "…";

    public double width(Graphics2D g) {
        return text.isEmpty()
                ? 0
                : font.getStringBounds(text, g.getFontRenderContext()).getWidth();
    }

    /** This text, cut so that it fits. */
    public Label within(Graphics2D g, double width) {
        if (width(g) <= width) {
            return this;
        }
        int keep = text.length();
        while (keep > 0 && new Label(text.substring(0, keep) + ELLIPSIS, font, color).width(g) > width) {
            keep = text.offsetByCodePoints(keep, -1);
        }
        return new Label(keep == 0 ? "" : text.substring(0, keep).stripTrailing() + ELLIPSIS, font, color);
    }

    /** Draws from {@code x} on; {@code y} is the line the letters stand on. */
    public void left(Graphics2D g, double x, double y) {
        if (!text.isBlank()) {
            g.setColor(color);
            new TextLayout(text, font, g.getFontRenderContext()).draw(g, (float) x, (float) y);
        }
    }

    public void right(Graphics2D g, double x, double y) {
        left(g, x - width(g), y);
    }

    public void centred(Graphics2D g, double x, double y) {
        left(g, x - width(g) / 2, y);
    }

    /** Draws with the middle of its letters at ({@code x}, {@code y}). */
    public void middle(Graphics2D g, double x, double y) {
        centred(g, x, y + capHeight(g) / 2);
    }

    public double capHeight(Graphics2D g) {
        return font.createGlyphVector(g.getFontRenderContext(), "H")
                .getVisualBounds()
                .getHeight();
    }
}

package percolate.plotting.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;

/**
 * One line of text. Line breaks and tabs become spaces; right-to-left text and glyphs that no font has are laid out by the
 * JDK.
 */
public record Label(String text, Font font, Color color) {
    private static final String ELLIPSIS = "…";
    /** Nobody reads further on one line, and laying it out takes its time. */
    private static final int LONGEST = 1_000;

    public Label {
        var line =
                text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + ELLIPSIS;
        text = line.chars().anyMatch(Character::isISOControl) ? line.replaceAll("\\p{Cntrl}+", " ") : line;
    }

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
        int fits = 0;
        int tooLong = text.codePointCount(0, text.length());
        while (fits + 1 < tooLong) {
            int middle = (fits + tooLong) / 2;
            if (cut(middle).width(g) <= width) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return fits == 0 ? new Label("", font, color) : cut(fits);
    }

    /** The first characters, none of them in two. */
    private Label cut(int characters) {
        return new Label(
                text.substring(0, text.offsetByCodePoints(0, characters)).stripTrailing() + ELLIPSIS, font, color);
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

package percolate.plotting.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.swing.text.StyleContext;

/**
 * The family that all text is set in. It comes with the product, so that pictures look alike everywhere: Inter's letters of
 * Latin, Greek and Cyrillic and its signs, under the Open Font License, renamed. The platform's fonts give what it lacks;
 * what these lack too is drawn as a box.
 *
 * @see <a href="https://rsms.me/inter/">Inter</a>
 */
final class Typeface {
    private static final String FAMILY = "Percolate Sans";
    private static final List<String> FILES = List.of("PercolateSans-Regular.ttf", "PercolateSans-Bold.ttf");
    private static final StyleContext FONTS = registered();

    private Typeface() {}

    static Font regular(float points) {
        return of(Font.PLAIN, points);
    }

    static Font bold(float points) {
        return of(Font.BOLD, points);
    }

    /** A style context gives fonts that fall back glyph by glyph; a plain one shows boxes for Chinese labels. */
    private static Font of(int style, float points) {
        synchronized (FONTS) {
            return FONTS.getFont(FAMILY, style, Math.round(points)).deriveFont(points);
        }
    }

    private static StyleContext registered() {
        for (var file : FILES) {
            try (var bytes = Typeface.class.getResourceAsStream(file)) {
                GraphicsEnvironment.getLocalGraphicsEnvironment()
                        .registerFont(Font.createFont(Font.TRUETYPE_FONT, bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException(file + " is no font", e);
            }
        }
        return new StyleContext();
    }
}

package percolate.plotting.chart;

import java.awt.Font;
import java.util.List;
import javax.swing.text.StyleContext;

/** The family that all text is set in: the first one installed of a list, with the platform's glyphs for what it lacks. */
final class Typeface {
    private static final List<String> FAMILIES =
            List.of("Inter", "Helvetica Neue", "Segoe UI", "Noto Sans", "Liberation Sans", "Arial", "DejaVu Sans");
    private static final StyleContext FONTS = new StyleContext();
    private static final String FAMILY = FAMILIES.stream()
            .filter(name -> new Font(name, Font.PLAIN, 12).getFamily().equals(name))
            .findFirst()
            .orElse(Font.SANS_SERIF);

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
}

package percolate.plotting.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;

/**
 * How everything looks, light or dark. A picture brings its own ground, so that its contrast is the same on light and
 * dark pages, in exported HTML and on code hosts that ignore a notebook's metadata.
 *
 * @param ground behind everything
 * @param ink text that is read first
 * @param muted titles of axes, ticks, notes
 * @param grid thin lines
 * @param pale cells that hold nothing
 * @param good strong end of the scale for what is right
 * @param bad what is wrong; always together with a sign or a word
 * @param series the colours of lines, in order
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe and Ito 2008: colours that colour-blind readers tell apart</a>
 */
public record Theme(
        Color ground, Color ink, Color muted, Color grid, Color pale, Color good, Color bad, List<Color> series) {
    private static final Color BLUE = new Color(0x0072B2);
    private static final Color VERMILLION = new Color(0xD55E00);
    private static final Color GREEN = new Color(0x009E73);
    private static final Color ORANGE = new Color(0xE69F00);
    private static final Color PURPLE = new Color(0xCC79A7);
    private static final Color SKY = new Color(0x56B4E9);
    private static final Color YELLOW = new Color(0xF0E442);

    public static final Theme LIGHT = new Theme(
            new Color(0xFFFFFF),
            new Color(0x22272E),
            new Color(0x5F6873),
            new Color(0xE4E7EB),
            new Color(0xF4F6F8),
            BLUE,
            new Color(0xC44F00),
            List.of(BLUE, VERMILLION, GREEN, ORANGE, PURPLE, SKY, new Color(0x22272E)));

    public static final Theme DARK = new Theme(
            new Color(0x1B1F24),
            new Color(0xE6E9ED),
            new Color(0x9AA4B0),
            new Color(0x343B44),
            new Color(0x252B32),
            new Color(0x4DA9E0),
            new Color(0xFF8A3D),
            List.of(SKY, new Color(0xFF8A3D), new Color(0x2FC79A), ORANGE, PURPLE, YELLOW, new Color(0xE6E9ED)));

    private static final List<float[]> DASHES =
            List.of(new float[0], new float[] {7, 4}, new float[] {2, 3}, new float[] {9, 3, 2, 3});

    public Theme {
        series = List.copyOf(series);
    }

    public Font title() {
        return Typeface.bold(13.5f);
    }

    public Font text() {
        return Typeface.regular(12);
    }

    public Font small() {
        return Typeface.regular(11);
    }

    public Font strong() {
        return Typeface.bold(12);
    }

    public Color color(int index) {
        return series.get(index % series.size());
    }

    /** Blue below zero, vermillion above, and the ground's neighbour between: for values with a sign. */
    public ColorMap diverging() {
        return ColorMap.between(series.get(0), isDark() ? grid : new Color(0xF7F7F7), series.get(1));
    }

    public boolean isDark() {
        return luminance(ground) < 0.18;
    }

    /** Lines differ in dashes too, so that they can be told apart without colour. */
    public static BasicStroke line(int index) {
        var dash = DASHES.get(index % DASHES.size());
        return dash.length == 0
                ? new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    public static BasicStroke thin() {
        return new BasicStroke(1);
    }

    /** Between two colours: {@code from} at 0, {@code to} at 1. */
    public static Color mix(Color from, Color to, double share) {
        double s = Math.min(1, Math.max(0, share));
        return new Color(
                blend(from.getRed(), to.getRed(), s),
                blend(from.getGreen(), to.getGreen(), s),
                blend(from.getBlue(), to.getBlue(), s));
    }

    private static int blend(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    /** Black or white, whichever reads better on a colour. */
    public static Color textOn(Color color) {
        return luminance(color) > 0.18 ? new Color(0x16191D) : Color.WHITE;
    }

    /** Relative luminance, 0 for black to 1 for white. */
    public static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}

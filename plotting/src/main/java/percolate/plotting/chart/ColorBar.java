package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;

/** Says which colour stands for which value: an upright bar with ticks on its right. */
public final class ColorBar {
    private static final double BAR = 12;
    private static final double GAP = 5;
    private static final double TICK_HEIGHT = 30;
    private static final int SHADES = 256;

    private final Shading shading;

    public ColorBar(Shading shading) {
        this.shading = shading;
    }

    /** How much room it takes with its labels. */
    public double width(Graphics2D g, double height, Theme theme) {
        return BAR
                + GAP
                + ticks(height).stream()
                        .mapToDouble(tick -> label(tick, theme).width(g))
                        .max()
                        .orElse(0);
    }

    public void paint(Graphics2D g, double x, double y, double height, Theme theme) {
        var colors = new BufferedImage(1, SHADES, BufferedImage.TYPE_INT_RGB);
        var map = shading.map(theme);
        for (int row = 0; row < SHADES; row++) {
            colors.setRGB(0, row, map.rgb(1 - (row + 0.5) / SHADES));
        }
        var place = AffineTransform.getTranslateInstance(x, y);
        place.scale(BAR, height / SHADES);
        g.drawImage(colors, place, null);
        for (var tick : ticks(height)) {
            double at = y + height * (1 - shading.axis().share(tick.value()));
            var label = label(tick, theme);
            double middle = Math.min(y + height - 4, Math.max(y + 4, at));
            label.left(g, x + BAR + GAP, middle + label.capHeight(g) / 2);
        }
    }

    private List<Tick> ticks(double height) {
        return shading.axis().ticks((int) (height / TICK_HEIGHT));
    }

    private static Label label(Tick tick, Theme theme) {
        return new Label(tick.label(), theme.small(), theme.muted());
    }
}

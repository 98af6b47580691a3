package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Paints at twice the size, so that pictures stay crisp on dense screens. */
final class Raster {
    static final int SCALE = 2;

    private Raster() {}

    static BufferedImage paint(Size size, Consumer<Graphics2D> painter) {
        return paint(size.width(), size.height(), SCALE, painter);
    }

    /** @param scale how many pixels a CSS pixel has each way */
    static BufferedImage paint(int width, int height, int scale, Consumer<Graphics2D> painter) {
        var image = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_ARGB);
        var g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale(scale, scale);
            painter.accept(g);
        } finally {
            g.dispose();
        }
        return image;
    }
}

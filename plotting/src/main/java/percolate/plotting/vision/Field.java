package percolate.plotting.vision;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import percolate.plotting.chart.ColorMap;
import percolate.plotting.chart.Theme;

/** Numbers in rows and columns, each with its colour. */
final class Field {
    private final BufferedImage image;

    private Field(BufferedImage image) {
        this.image = image;
    }

    /** @param values [height, width] in row-major order from {@code offset} on */
    static Field of(float[] values, int offset, int height, int width, Span span, ColorMap map) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < height * width; at++) {
            float value = values[offset + at];
            int rgb = Float.isNaN(value) ? Shade.NO_NUMBER.getRGB() : map.rgb(span.share(value));
            image.setRGB(at % width, at / width, rgb);
        }
        return new Field(image);
    }

    /** @param values [3, height, width]: red, green, blue */
    static Field colored(float[] values, int offset, int height, int width, Span span) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int plane = height * width;
        for (int at = 0; at < plane; at++) {
            int rgb = 0;
            for (int channel = 0; channel < 3; channel++) {
                double share = span.share(values[offset + channel * plane + at]);
                rgb = rgb << 8 | (int) Math.round(255 * Math.min(1, Math.max(0, share)));
            }
            image.setRGB(at % width, at / width, rgb);
        }
        return new Field(image);
    }

    /**
     * This image, darkened, with another of the same size glowing on it.
     *
     * @param heat [height, width], from 0 for none to 1
     */
    Field under(float[] heat) {
        var mixed = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < heat.length; at++) {
            int x = at % width();
            int y = at / width();
            double share = Math.min(1, Math.max(0, heat[at]));
            var glow = Shade.HEAT.at(0.35 + 0.65 * share);
            mixed.setRGB(
                    x,
                    y,
                    Theme.mix(grey(image.getRGB(x, y)), glow, 0.85 * share).getRGB());
        }
        return new Field(mixed);
    }

    private static Color grey(int rgb) {
        int level = (299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000;
        int soft = 30 + level * 3 / 4;
        return new Color(soft, soft, soft);
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    int rgb(int row, int column) {
        return image.getRGB(column, row) & 0xFFFFFF;
    }

    /** Fills a rectangle, each number as a crisp cell where there is room. */
    void paint(Graphics2D g, double x, double y, double width, double height) {
        var own = (Graphics2D) g.create();
        own.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        int pixelsWide = (int) Math.max(1, Math.round(2 * width));
        int pixelsHigh = (int) Math.max(1, Math.round(2 * height));
        own.translate(Math.round(2 * x) / 2.0, Math.round(2 * y) / 2.0);
        own.scale(0.5, 0.5);
        boolean smaller = pixelsWide < width() || pixelsHigh < height();
        Image shown = smaller ? image.getScaledInstance(pixelsWide, pixelsHigh, Image.SCALE_AREA_AVERAGING) : image;
        own.drawImage(shown, 0, 0, pixelsWide, pixelsHigh, null);
        own.dispose();
    }
}

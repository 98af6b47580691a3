package percolate.plotting.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** An image of numbers. */
public final class Pixels {
    private final BufferedImage image;

    private Pixels(BufferedImage image) {
        this.image = image;
    }

    /**
     * @param values [channels, height, width] in row-major order from {@code offset} on; one channel is grey, three are RGB
     * @param black the value shown as black
     * @param white the value shown as white
     */
    public static Pixels of(float[] values, int offset, int channels, int height, int width, float black, float white) {
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("image: expected 1 or 3 channels, got " + channels);
        }
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int plane = height * width;
        for (int at = 0; at < plane; at++) {
            int rgb = 0;
            for (int channel = 0; channel < 3; channel++) {
                float value = values[offset + at + (channels == 1 ? 0 : channel * plane)];
                rgb = rgb << 8 | level(value, black, white);
            }
            image.setRGB(at % width, at / width, rgb);
        }
        return new Pixels(image);
    }

    private static int level(float value, float black, float white) {
        double share = white > black ? ((double) value - black) / ((double) white - black) : 0.5;
        return (int) Math.round(255 * Math.min(1, Math.max(0, share)));
    }

    /** Draws as large as fits into a square and says where, each value as a crisp square of whole device pixels where there is room. */
    Rectangle2D paint(Graphics2D g, double x, double y, double side) {
        double longest = Math.max(image.getWidth(), image.getHeight());
        double available = Math.floor(side * Raster.SCALE);
        double scale = available >= longest ? Math.floor(available / longest) : available / longest;
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        var own = (Graphics2D) g.create();
        own.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        own.translate(start(x, side, width), start(y, side, height));
        own.scale(1.0 / Raster.SCALE, 1.0 / Raster.SCALE);
        Image shown = scale < 1 ? image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING) : image;
        own.drawImage(shown, 0, 0, width, height, null);
        own.dispose();
        return new Rectangle2D.Double(
                start(x, side, width),
                start(y, side, height),
                (double) width / Raster.SCALE,
                (double) height / Raster.SCALE);
    }

    /** With the colour of its class over each pixel; class 0 stays as it is. */
    public Pixels with(int[] classes) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < classes.length; at++) {
            int x = at % image.getWidth();
            int y = at / image.getWidth();
            var below = new Color(image.getRGB(x, y));
            copy.setRGB(
                    x,
                    y,
                    classes[at] == 0
                            ? below.getRGB()
                            : Theme.mix(below, ofClass(classes[at]), 0.6).getRGB());
        }
        return new Pixels(copy);
    }

    private static Color ofClass(int label) {
        return Theme.DARK.color(label);
    }

    /** Where {@code length} device pixels begin so that they lie in the middle, on a device pixel's edge. */
    private static double start(double from, double side, int length) {
        return Math.round(from * Raster.SCALE + (side * Raster.SCALE - length) / 2) / (double) Raster.SCALE;
    }
}

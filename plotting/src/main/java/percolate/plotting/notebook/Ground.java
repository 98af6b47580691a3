package percolate.plotting.notebook;

import java.awt.image.BufferedImage;
import java.util.Optional;

/** The ground that an image which can be seen through is readable on. */
final class Ground {
    private static final int SAMPLES = 200;
    private static final int OPAQUE = 200;
    private static final int MIDDLE = 128;

    private Ground() {}

    /** "light" for dark ink, "dark" for light ink; empty if the image fills its frame or shows nothing. */
    static Optional<String> of(BufferedImage image) {
        int stepX = Math.max(1, image.getWidth() / SAMPLES);
        int stepY = Math.max(1, image.getHeight() / SAMPLES);
        long ink = 0;
        long seen = 0;
        long open = 0;
        for (int y = 0; y < image.getHeight(); y += stepY) {
            for (int x = 0; x < image.getWidth(); x += stepX) {
                int color = image.getRGB(x, y);
                if (color >>> 24 < OPAQUE) {
                    open++;
                } else {
                    seen++;
                    ink += brightness(color);
                }
            }
        }
        return open == 0 || seen == 0 ? Optional.empty() : Optional.of(ink / seen < MIDDLE ? "light" : "dark");
    }

    /** From 0 to 255, with the eye's weights of red, green and blue. */
    private static int brightness(int color) {
        return (299 * (color >> 16 & 255) + 587 * (color >> 8 & 255) + 114 * (color & 255)) / 1000;
    }
}

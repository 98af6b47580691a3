package percolate.plotting.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Looks at pictures as a reader would: at their PNG, decoded by the JDK. */
final class Look {
    private Look() {}

    static BufferedImage at(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage at(Picture picture) {
        return at(picture.png());
    }

    /** How many pixels have nearly this colour. */
    static long count(BufferedImage image, Color color) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += isNear(image.getRGB(x, y), color) ? 1 : 0;
            }
        }
        return count;
    }

    /** The first row, from above, in which a colour appears in a column of pixels; -1 if it does not. */
    static int firstRow(BufferedImage image, int x, Color color) {
        for (int y = 0; y < image.getHeight(); y++) {
            if (isNear(image.getRGB(x, y), color)) {
                return y;
            }
        }
        return -1;
    }

    static boolean isNear(int rgb, Color color) {
        return Math.abs((rgb >> 16 & 0xFF) - color.getRed())
                        + Math.abs((rgb >> 8 & 0xFF) - color.getGreen())
                        + Math.abs((rgb & 0xFF) - color.getBlue())
                <= 12;
    }
}

package percolate.data.file;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageInputStream;
import percolate.Shape;
import percolate.Tensor;
import percolate.data.DataException;
import percolate.engine.Array;

/** An image as numbers from 0 to 1, one channel after the other, row by row: [channels, h, w]. */
final class Picture {
    private static final long MOST_PIXELS = 50_000_000;
    /** No format packs better, so that a small file cannot ask for all memory. */
    private static final long MOST_PACKED = 10_000;

    private static final float LEVELS = 255;
    private static final int[] SHIFTS = {16, 8, 0};
    /** Rec. 601, as JPEG weighs red, green and blue. */
    private static final float[] LUMA = {0.299f, 0.587f, 0.114f};

    private final float[] values;
    private final Shape shape;

    private Picture(float[] values, Shape shape) {
        this.values = values;
        this.shape = shape;
    }

    Shape shape() {
        return shape;
    }

    /** A batch of this one image. */
    Tensor batch() {
        return new Tensor(Array.of(values, shape.prepend(1)));
    }

    /**
     * A transparent image lies on white; of a moving one the first picture.
     *
     * @param grey one channel of brightness in place of red, green and blue
     * @throws DataException if there is no image in the file
     */
    static Picture read(Path file, boolean grey) {
        var image = opaque(decoded(file));
        int h = image.getHeight();
        int w = image.getWidth();
        var pixels = image.getRGB(0, 0, w, h, null, 0, w);
        return grey
                ? new Picture(brightness(pixels), Shape.of(1, h, w))
                : new Picture(colours(pixels), Shape.of(SHIFTS.length, h, w));
    }

    private static float[] colours(int... pixels) {
        var values = new float[SHIFTS.length * pixels.length];
        for (int c = 0; c < SHIFTS.length; c++) {
            for (int i = 0; i < pixels.length; i++) {
                values[c * pixels.length + i] = (pixels[i] >> SHIFTS[c] & 0xff) / LEVELS;
            }
        }
        return values;
    }

    private static float[] brightness(int... pixels) {
        var values = new float[pixels.length];
        for (int c = 0; c < SHIFTS.length; c++) {
            for (int i = 0; i < pixels.length; i++) {
                values[i] += LUMA[c] * (pixels[i] >> SHIFTS[c] & 0xff) / LEVELS;
            }
        }
        return values;
    }

    private static BufferedImage opaque(BufferedImage image) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var brush = copy.createGraphics();
        try {
            brush.drawImage(image, 0, 0, Color.WHITE, null);
        } finally {
            brush.dispose();
        }
        return copy;
    }

    private static BufferedImage decoded(Path file) {
        try (var in = new FileImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw failure(file, "a file of another kind", null);
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > Math.min(MOST_PIXELS, MOST_PACKED * Files.size(file))) {
                    throw failure(file, "one that claims to have " + pixels + " pixels", null);
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (FileNotFoundException e) {
            throw failure(file, "no file", e);
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | NullPointerException
                | ArithmeticException
                | ClassCastException e) {
            throw failure(file, "one that is damaged or of an unknown variety (" + Words.of(e) + ")", e);
        }
    }

    private static DataException failure(Path file, String got, Exception cause) {
        return new DataException(
                "imageFolder: expected a png, jpeg, bmp or gif image in " + file + ", got " + got
                        + "; mend or delete it, or leave such files out with skipBad()",
                cause);
    }
}

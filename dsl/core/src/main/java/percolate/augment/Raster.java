package percolate.augment;

import java.util.Arrays;
import percolate.Shape;

/** One image, or the mask that belongs to it: values [channels, height, width]. */
public final class Raster {
    private final float[] values;
    private final int channels;
    private final int height;
    private final int width;
    private final boolean labels;

    private Raster(float[] values, int channels, int height, int width, boolean labels) {
        this.values = values;
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.labels = labels;
    }

    /**
     * The image of this number among many of one shape.
     *
     * @param labels whether these are the numbers of classes, which are not mixed, and have no colours
     */
    public static Raster of(float[] images, int number, Shape shape, boolean labels) {
        int length = shape.length();
        return new Raster(
                Arrays.copyOfRange(images, number * length, (number + 1) * length),
                shape.get(0),
                shape.get(1),
                shape.get(2),
                labels);
    }

    /** Row by row, channel after channel; not to be written into. */
    public float[] values() {
        return values;
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    boolean labels() {
        return labels;
    }

    /** A pixel of another image. */
    @FunctionalInterface
    interface Pixel {
        float at(int channel, int row, int column);
    }

    /** An image of another size. */
    Raster made(int newHeight, int newWidth, Pixel pixel) {
        var made = new float[channels * newHeight * newWidth];
        int at = 0;
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < newHeight; row++) {
                for (int column = 0; column < newWidth; column++) {
                    made[at++] = pixel.at(c, row, column);
                }
            }
        }
        return new Raster(made, channels, newHeight, newWidth, labels);
    }

    /** An image of the same size. */
    Raster made(Pixel pixel) {
        return made(height, width, pixel);
    }

    /** 0 outside. */
    float at(int channel, int row, int column) {
        return row < 0 || row >= height || column < 0 || column >= width
                ? 0
                : values[(channel * height + row) * width + column];
    }

    /** Between pixels: the mean of the four around, weighted by nearness; of labels the nearest one. */
    float between(int channel, double row, double column) {
        if (labels) {
            return at(channel, (int) Math.rint(row), (int) Math.rint(column));
        }
        int top = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        double down = row - top;
        double right = column - left;
        return (float) ((1 - down) * ((1 - right) * at(channel, top, left) + right * at(channel, top, left + 1))
                + down * ((1 - right) * at(channel, top + 1, left) + right * at(channel, top + 1, left + 1)));
    }

    /** Turned about its middle by the angle of this sine and cosine, upwards at the right side; 0 from outside. */
    public Raster turned(double sin, double cos) {
        double middleRow = (height - 1) / 2.0;
        double middleColumn = (width - 1) / 2.0;
        return made((c, row, column) -> {
            double down = row - middleRow;
            double right = column - middleColumn;
            return between(c, middleRow + cos * down + sin * right, middleColumn - sin * down + cos * right);
        });
    }
}

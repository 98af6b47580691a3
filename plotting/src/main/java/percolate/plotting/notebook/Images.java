package percolate.plotting.notebook;

import java.util.Optional;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Pixels;

/** A batch of tensors that are images, with one range of values for all. */
final class Images {
    /** Below this side, a vector whose length is a square is hardly an image: iris has four features. */
    private static final int LEAST_FLAT_SIDE = 5;

    private final float[] values;
    private final Form form;
    private final float low;
    private final float high;

    /** The axes of one example. */
    private record Form(int channels, int height, int width) {}

    private Images(float[] values, Form form) {
        this.values = values;
        this.form = form;
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        boolean any = least <= most;
        this.low = any ? least : 0;
        this.high = any ? most : 0;
    }

    static boolean areIn(Tensor x) {
        return form(x.shape()).isPresent();
    }

    /**
     * @param who says in errors what was to be drawn
     * @throws ShapeException if the examples are no images
     */
    static Images of(String who, Tensor x) {
        var form = form(x.shape())
                .orElseThrow(() -> new ShapeException(who + ": expected images, that is [batch, height, width],"
                        + " [batch, 1 or 3, height, width] or flat square ones, got " + x.shape()
                        + "; reshape them to one of these"));
        return new Images(x.toFloatArray(), form);
    }

    private static Optional<Form> form(Shape shape) {
        return switch (shape.rank()) {
            case 2 -> flat(shape.get(1));
            case 3 -> form(1, shape.get(1), shape.get(2));
            case 4 -> form(shape.get(1), shape.get(2), shape.get(3));
            default -> Optional.empty();
        };
    }

    private static Optional<Form> flat(int length) {
        int side = (int) Math.round(Math.sqrt(length));
        return side * side == length && side >= LEAST_FLAT_SIDE ? form(1, side, side) : Optional.empty();
    }

    private static Optional<Form> form(int channels, int height, int width) {
        return (channels == 1 || channels == 3) && height > 0 && width > 0
                ? Optional.of(new Form(channels, height, width))
                : Optional.empty();
    }

    /** One image: the batch's least value is black, its largest white. */
    Pixels pixels(int at) {
        int size = form.channels * form.height * form.width;
        return Pixels.of(values, at * size, form.channels, form.height, form.width, low, high);
    }

    /** How many one image has. */
    int pixels() {
        return form.height * form.width;
    }

    /** For example {@code images of 8 × 8, values from 0 (black) to 16 (white)}. */
    String words() {
        return "images of " + form.height + " × " + form.width + ", values from " + Digits.of(low) + " (black) to "
                + Digits.of(high) + " (white)";
    }
}

package percolate.model;

import percolate.Shape;
import percolate.program.Body;

/**
 * The largest element, or the mean, of each window of an image, channel by channel.
 *
 * <p>[channels, h, w] gives [channels, ⌊(h + 2p − k)/s⌋ + 1, ⌊(w + 2p − k)/s⌋ + 1]; the stride is the window's size
 * unless said. No weights. A mean over a padded window counts the zeros of the padding.
 */
public final class Pool2d extends Part<Pool2d> {
    public Pool2d(Attributes attributes) {
        super(attributes);
        attributes.positive("size");
        attributes.positive("stride", 1);
        int padding = attributes.integer("padding", 0);
        if (padding < 0 || 2 * padding > attributes.integer("size")) {
            throw new IllegalArgumentException(kind() + ": expected padding from 0 to half the window of "
                    + attributes.integer("size") + ", got " + padding);
        }
    }

    public static Pool2d max(int size) {
        return new Pool2d(Attributes.of("maxPool2d").with("size", size));
    }

    public static Pool2d average(int size) {
        return new Pool2d(Attributes.of("avgPool2d").with("size", size));
    }

    @Override
    protected Pool2d with(Attributes attributes) {
        return new Pool2d(attributes);
    }

    /** How far the window moves each time. */
    public Pool2d stride(int stride) {
        return option("stride", stride);
    }

    /** Rows and columns added on each side of the image; they never win a maximum. */
    public Pool2d padding(int padding) {
        return option("padding", padding);
    }

    @Override
    public Shape outputShape(Shape input) {
        var image = Sizes.image(input);
        return Shape.of(
                image.get(0),
                Sizes.windowed("height", image.get(1), size(), stride(), padding()),
                Sizes.windowed("width", image.get(2), size(), stride(), padding()));
    }

    @Override
    public String write(Body body) {
        var window = "[%1$d, %1$d], [%2$d, %2$d], [%3$d, %3$d]".formatted(size(), stride(), padding());
        return kind().equals("maxPool2d")
                ? "torch.max_pool2d(" + body.input() + ", " + window + ", [1, 1], False)"
                : "torch.avg_pool2d(" + body.input() + ", " + window + ", False, True, None)";
    }

    @Override
    public String sizeFormula(Shape input) {
        return Sizes.windowFormula(input.get(1), size(), stride(), padding());
    }

    @Override
    protected String written() {
        return kind() + "(" + size() + ")" + (attributes().has("stride") ? ".stride(" + stride() + ")" : "")
                + (padding() == 0 ? "" : ".padding(" + padding() + ")");
    }

    private int size() {
        return attributes().integer("size");
    }

    private int stride() {
        return attributes().integer("stride", size());
    }

    private int padding() {
        return attributes().integer("padding", 0);
    }
}

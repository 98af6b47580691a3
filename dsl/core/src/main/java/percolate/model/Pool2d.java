package percolate.model;

import java.util.List;
import percolate.Shape;
import percolate.program.Body;

/**
 * The largest element, or the mean, of each window of an image, channel by channel. The gradient of a maximum goes to the
 * element that is largest, that of a mean to all evenly.
 *
 * <p>[channels, h, w] gives [channels, ⌊(h + 2p − k)/s⌋ + 1, ⌊(w + 2p − k)/s⌋ + 1]; the stride is the window's size
 * unless said. No weights.
 */
public final class Pool2d extends Pooling<Pool2d> {
    public Pool2d(Attributes attributes) {
        super(attributes, List.of("height", "width"));
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

    @Override
    public Shape outputShape(Shape input) {
        var image = Sizes.image(input);
        return new Shape(window().places(image.dropFirst(1).sizes())).prepend(image.get(0));
    }

    @Override
    public String write(Body body) {
        var pooled = code(body, body.input());
        if (hasIndices()) {
            body.expose("indices", "indices");
        }
        return pooled;
    }

    @Override
    public String sizeFormula(Shape input) {
        return window().formula(input.dropFirst(1).sizes());
    }
}

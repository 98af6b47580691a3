package percolate.model;

import java.util.List;
import percolate.Shape;

/**
 * A two-dimensional convolution (cross-correlation, as in every library): each filter slides over the image, and its
 * products with the image below it are summed over all channels.
 *
 * <p>[channels, h, w] gives [filters, ⌊(h + 2p − d·(k − 1) − 1)/s⌋ + 1, …]. Weights: {@code weight}
 * [filters, channels/groups, k, k], {@code bias} [filters]; (k·k·channels/groups + 1)·filters parameters.
 */
public final class Conv2d extends FilterBank<Conv2d> {
    public Conv2d(Attributes attributes) {
        super(attributes, List.of("height", "width"));
    }

    public Conv2d(int filters, int height, int width) {
        this(Attributes.of("conv2d")
                .with("filters", filters)
                .with("height", height)
                .with("width", width));
    }

    @Override
    protected Conv2d with(Attributes attributes) {
        return new Conv2d(attributes);
    }

    @Override
    int channels(Shape input) {
        return Sizes.image(input).get(0);
    }
}

package percolate.model;

import java.util.List;
import percolate.Shape;

/**
 * A three-dimensional convolution: each filter slides over a volume, such as a film or a scan.
 *
 * <p>[channels, depth, h, w] gives [filters, ⌊(depth + 2p − d·(k − 1) − 1)/s⌋ + 1, …]. Weights: {@code weight}
 * [filters, channels/groups, k, k, k], {@code bias} [filters]; (k·k·k·channels/groups + 1)·filters parameters.
 */
public final class Conv3d extends FilterBank<Conv3d> {
    public Conv3d(Attributes attributes) {
        super(attributes, List.of("depth", "height", "width"));
    }

    public Conv3d(int filters, int depth, int height, int width) {
        this(Attributes.of("conv3d")
                .with("filters", filters)
                .with("depth", depth)
                .with("height", height)
                .with("width", width));
    }

    @Override
    protected Conv3d with(Attributes attributes) {
        return new Conv3d(attributes);
    }

    @Override
    int channels(Shape input) {
        return Sizes.volume(input).get(0);
    }
}

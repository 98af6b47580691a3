package percolate.model;

import java.util.List;
import percolate.Shape;
import percolate.program.Body;

/**
 * A convolution that keeps the channels apart: each has filters of its own, one unless {@link #multiplier} says more.
 *
 * <p>[channels, h, w] gives [channels·m, ⌊(h + 2p − d·(k − 1) − 1)/s⌋ + 1, …], the m outputs of a channel side by side.
 * Weights: {@code weight} [channels·m, 1, k, k], {@code bias} [channels·m]; (k·k + 1)·channels·m parameters.
 */
public final class DepthwiseConv2d extends Convolution<DepthwiseConv2d> {
    public DepthwiseConv2d(Attributes attributes) {
        super(attributes, List.of("height", "width"));
        attributes.positive("multiplier", 1);
    }

    public DepthwiseConv2d(int height, int width) {
        this(Attributes.of("depthwiseConv2d").with("height", height).with("width", width));
    }

    @Override
    protected DepthwiseConv2d with(Attributes attributes) {
        return new DepthwiseConv2d(attributes);
    }

    /** How many filters each channel has; 1 unless said. */
    public DepthwiseConv2d multiplier(int multiplier) {
        return option("multiplier", multiplier);
    }

    private int filters(Shape input) {
        return Math.multiplyExact(input.get(0), attributes().integer("multiplier", 1));
    }

    @Override
    public Shape outputShape(Shape input) {
        var image = Sizes.image(input);
        return new Shape(window().places(image.dropFirst(1).sizes())).prepend(filters(image));
    }

    @Override
    protected List<Weight> layerWeights(Shape input) {
        var sizes = window().sizes();
        var shape = Shape.of(filters(input), 1, sizes.get(0), sizes.get(1));
        return weightAndBias(weight("weight", shape, Blocks.of(0, input.get(0), initial())), filters(input));
    }

    @Override
    protected String writeLayer(Body body) {
        return "torch.conv2d(%s, weight, %s, %s, %s, %s, %d)"
                .formatted(
                        body.input(),
                        hasBias() ? "bias" : "None",
                        window().each(window().stride()),
                        window().padding(),
                        window().each(window().dilation()),
                        body.shape().get(0));
    }

    @Override
    public String sizeFormula(Shape input) {
        return window().formula(input.dropFirst(1).sizes());
    }

    @Override
    protected String parameterProduct(Shape input) {
        var sizes = window().sizes();
        return perOutput(sizes.get(0) + "·" + sizes.get(1), filters(input));
    }

    @Override
    public long work(Shape input) {
        return outputShape(input).elementCount() * window().elementCount();
    }

    @Override
    protected String written() {
        return written("");
    }
}

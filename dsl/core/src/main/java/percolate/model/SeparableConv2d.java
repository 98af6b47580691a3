package percolate.model;

import java.util.ArrayList;
import java.util.List;
import percolate.Shape;
import percolate.Tensor;
import percolate.program.Body;

/**
 * A convolution in two steps: a filter for each channel by itself (depthwise), then 1×1 filters that mix the channels
 * (pointwise).
 *
 * <p>[channels, h, w] gives [filters, ⌊(h + 2p − d·(k − 1) − 1)/s⌋ + 1, …]. Weights: {@code depthwise}
 * [channels, 1, k, k], {@code pointwise} [filters, channels, 1, 1], {@code bias} [filters];
 * k·k·channels + (channels + 1)·filters parameters.
 *
 * @see <a href="https://arxiv.org/abs/1610.02357">Chollet 2016</a>
 */
public final class SeparableConv2d extends Convolution<SeparableConv2d> {
    public SeparableConv2d(Attributes attributes) {
        super(attributes, List.of("height", "width"));
        attributes.positive("filters");
    }

    public SeparableConv2d(int filters, int height, int width) {
        this(Attributes.of("separableConv2d")
                .with("filters", filters)
                .with("height", height)
                .with("width", width));
    }

    @Override
    protected SeparableConv2d with(Attributes attributes) {
        return new SeparableConv2d(attributes);
    }

    /** The first values of {@code pointwise}. */
    public SeparableConv2d pointwise(Tensor values) {
        return given("pointwise", values);
    }

    @Override
    protected String firstWeight() {
        return "depthwise";
    }

    @Override
    public Shape outputShape(Shape input) {
        var image = Sizes.image(input);
        return new Shape(window().places(image.dropFirst(1).sizes())).prepend(filters());
    }

    @Override
    protected List<Weight> layerWeights(Shape input) {
        int channels = input.get(0);
        var sizes = window().sizes();
        var weights = new ArrayList<Weight>();
        weights.add(weight(
                "depthwise", Shape.of(channels, 1, sizes.get(0), sizes.get(1)), Blocks.of(0, channels, initial())));
        weights.addAll(weightAndBias(weight("pointwise", Shape.of(filters(), channels, 1, 1), initial()), filters()));
        return weights;
    }

    @Override
    protected String writeLayer(Body body) {
        body.line("each = torch.conv2d(%s, depthwise, None, %s, %s, %s, %d)"
                .formatted(
                        body.input(),
                        window().each(window().stride()),
                        window().padding(),
                        window().each(window().dilation()),
                        body.shape().get(0)));
        return "torch.conv2d(each, pointwise, " + (hasBias() ? "bias" : "None") + ", [1, 1], [0, 0], [1, 1], 1)";
    }

    @Override
    public String sizeFormula(Shape input) {
        return window().formula(input.dropFirst(1).sizes());
    }

    @Override
    protected String parameterProduct(Shape input) {
        var sizes = window().sizes();
        return sizes.get(0) + "·" + sizes.get(1) + "·" + input.get(0) + " + " + perOutput(input.get(0), filters());
    }

    @Override
    public long work(Shape input) {
        long places = outputShape(input).dropFirst(1).elementCount();
        return places * input.get(0) * (window().elementCount() + filters());
    }

    @Override
    protected String written() {
        return written(filters() + ", ");
    }

    private int filters() {
        return attributes().integer("filters");
    }
}

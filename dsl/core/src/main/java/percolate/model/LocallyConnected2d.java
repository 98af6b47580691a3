package percolate.model;

import java.util.List;
import percolate.Initializer;
import percolate.Shape;
import percolate.program.Body;
import percolate.tensor.InitialValues;

/**
 * A convolution that shares nothing: each place of the output has filters and biases of its own.
 *
 * <p>[channels, h, w] gives [filters, h′, w′], h′ = ⌊(h + 2p − d·(k − 1) − 1)/s⌋ + 1. Weights: {@code weight}
 * [h′·w′, filters, channels, k, k], the places row by row, {@code bias} [filters, h′, w′];
 * (k·k·channels + 1)·filters·h′·w′ parameters.
 */
public final class LocallyConnected2d extends Convolution<LocallyConnected2d> {
    public LocallyConnected2d(Attributes attributes) {
        super(attributes, List.of("height", "width"));
        attributes.positive("filters");
    }

    public LocallyConnected2d(int filters, int height, int width) {
        this(Attributes.of("locallyConnected2d")
                .with("filters", filters)
                .with("height", height)
                .with("width", width));
    }

    @Override
    protected LocallyConnected2d with(Attributes attributes) {
        return new LocallyConnected2d(attributes);
    }

    @Override
    public Shape outputShape(Shape input) {
        var image = Sizes.image(input);
        return new Shape(window().places(image.dropFirst(1).sizes())).prepend(filters());
    }

    private static int places(Shape output) {
        return output.dropFirst(1).length();
    }

    @Override
    protected List<Weight> layerWeights(Shape input) {
        var output = outputShape(input);
        var sizes = window().sizes();
        var shape = Shape.of(places(output), filters(), input.get(0), sizes.get(0), sizes.get(1));
        var weight = weight("weight", shape, placeByPlace(initial())).with(Units.PAIRS);
        return hasBias() ? List.of(weight, weight("bias", output, InitialValues.zeros())) : List.of(weight);
    }

    /** The filters of each place, drawn by themselves. */
    private static Initializer placeByPlace(Initializer filters) {
        Initializer joined =
                shape -> Blocks.of(0, shape[0], filters).create(shape[0] * shape[1], shape[2], shape[3], shape[4]);
        return shape -> joined.create(shape).reshape(shape);
    }

    @Override
    protected String writeLayer(Body body) {
        var output = outputShape(body.shape());
        body.line("patches = torch.im2col(%s, %s, %s, %s, %s)"
                .formatted(
                        body.input(),
                        window().sizes(),
                        window().each(window().dilation()),
                        window().padding(),
                        window().each(window().stride())));
        // [places, filters, products] times [places, products, batch]
        body.line("each = torch.matmul(torch.flatten(weight, 2, -1), torch.permute(patches, [2, 1, 0]))");
        var result = "torch.reshape(torch.permute(each, [2, 1, 0]), [-1, %d, %d, %d])"
                .formatted(output.get(0), output.get(1), output.get(2));
        return hasBias() ? "torch.add(" + result + ", bias)" : result;
    }

    @Override
    public String sizeFormula(Shape input) {
        return window().formula(input.dropFirst(1).sizes());
    }

    @Override
    protected String parameterProduct(Shape input) {
        var output = outputShape(input);
        var sizes = window().sizes();
        return perOutput(
                sizes.get(0) + "·" + sizes.get(1) + "·" + input.get(0),
                filters() + "·" + output.get(1) + "·" + output.get(2));
    }

    @Override
    public long work(Shape input) {
        return outputShape(input).elementCount() * input.get(0) * window().elementCount();
    }

    @Override
    protected String written() {
        return written(filters() + ", ");
    }

    private int filters() {
        return attributes().integer("filters");
    }
}

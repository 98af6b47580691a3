package percolate.model;

import java.util.List;
import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/**
 * The transpose of a convolution: each element of the image adds its multiple of the filter to the output, and
 * neighbouring elements land a stride apart. It enlarges what a convolution of the same options made smaller.
 *
 * <p>[channels, h, w] gives [filters, (h − 1)·s − 2p + d·(k − 1) + 1 + o, …], o being {@link #outputPadding}. Weights:
 * {@code weight} [channels, filters, k, k], as the convolution has it whose transpose this is, and {@code bias} [filters];
 * (k·k·channels + 1)·filters parameters.
 *
 * @see <a href="https://arxiv.org/abs/1603.07285">Dumoulin and Visin 2016, chapter 4</a>
 */
public final class ConvTranspose2d extends Convolution<ConvTranspose2d> {
    public ConvTranspose2d(Attributes attributes) {
        super(attributes, List.of("height", "width"));
        attributes.positive("filters");
        int rest = attributes.integer("outputPadding", 0);
        if (rest < 0 || (rest > 0 && rest >= window().stride())) {
            throw new IllegalArgumentException("convTranspose2d: expected outputPadding from 0 to before the stride of "
                    + window().stride() + ", got " + rest);
        }
    }

    public ConvTranspose2d(int filters, int height, int width) {
        this(Attributes.of("convTranspose2d")
                .with("filters", filters)
                .with("height", height)
                .with("width", width));
    }

    @Override
    protected ConvTranspose2d with(Attributes attributes) {
        return new ConvTranspose2d(attributes);
    }

    /** Rows and columns more at the lower and right end; a stride s > 1 leaves open which of s sizes is meant. */
    public ConvTranspose2d outputPadding(int outputPadding) {
        return option("outputPadding", outputPadding);
    }

    private int rest() {
        return attributes().integer("outputPadding", 0);
    }

    @Override
    public Shape outputShape(Shape input) {
        var image = Sizes.image(input);
        return Shape.of(filters(), size(image, 0), size(image, 1));
    }

    private int size(Shape image, int axis) {
        int k = window().sizes().get(axis);
        long size = (image.get(axis + 1) - 1L) * window().stride()
                - 2L * window().padding().get(axis)
                + window().dilation() * (k - 1L)
                + 1
                + rest();
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw new ShapeException("a " + window().axes().get(axis) + " of " + image.get(axis + 1) + " padded by "
                    + window().padding().get(axis) + " would become " + size
                    + "; use a larger window, or less padding");
        }
        return (int) size;
    }

    @Override
    protected List<Weight> layerWeights(Shape input) {
        int channels = input.get(0);
        var sizes = window().sizes();
        // Drawn as the filters that sum over the channels, which they are for the signal that goes forward.
        var weight = weight("weight", Shape.of(channels, filters(), sizes.get(0), sizes.get(1)), shape -> initial()
                        .create(shape[1], shape[0], shape[2], shape[3])
                        .permute(1, 0, 2, 3))
                .with(Units.SECOND);
        return weightAndBias(weight, filters());
    }

    @Override
    protected String writeLayer(Body body) {
        return "torch.conv_transpose2d(%s, weight, %s, %s, %s, %s, 1, %s)"
                .formatted(
                        body.input(),
                        hasBias() ? "bias" : "None",
                        window().each(window().stride()),
                        window().padding(),
                        window().each(rest()),
                        window().each(window().dilation()));
    }

    @Override
    public String sizeFormula(Shape input) {
        var high = formula(input, 0);
        var wide = formula(input, 1);
        return high.equals(wide) ? high : high + ", " + wide;
    }

    private String formula(Shape input, int axis) {
        int padding = window().padding().get(axis);
        int k = window().sizes().get(axis);
        var extent = window().dilation() == 1 ? k : "(" + window().dilation() + "·(" + k + " − 1) + 1)";
        return "(" + input.get(axis + 1) + " − 1)·" + window().stride() + (padding == 0 ? "" : " − 2·" + padding)
                + " + " + extent + (rest() == 0 ? "" : " + " + rest()) + " = " + size(input, axis);
    }

    @Override
    protected String parameterProduct(Shape input) {
        var sizes = window().sizes();
        var product = sizes.get(0) + "·" + sizes.get(1) + "·" + input.get(0);
        return perOutput(product, filters());
    }

    @Override
    public long work(Shape input) {
        return input.elementCount() * filters() * window().elementCount();
    }

    @Override
    protected String written() {
        return written(filters() + ", ");
    }

    private int filters() {
        return attributes().integer("filters");
    }
}

package percolate.model;

import java.util.List;
import percolate.Shape;
import percolate.program.Body;

/**
 * A two-dimensional convolution (cross-correlation, as in every library): each filter slides over the image, and its
 * products with the image below it are summed over all channels.
 *
 * <p>[channels, h, w] gives [filters, ⌊(h + 2p − k)/s⌋ + 1, ⌊(w + 2p − k)/s⌋ + 1]. Weights: {@code weight}
 * [filters, channels, k, k], {@code bias} [filters]; (k·k·channels + 1)·filters parameters.
 */
public final class Conv2d extends Part<Conv2d> {
    public Conv2d(Attributes attributes) {
        super(attributes);
        attributes.positive("filters");
        attributes.positive("height");
        attributes.positive("width");
        attributes.positive("stride", 1);
        if (attributes.integer("padding", 0) < 0) {
            throw new IllegalArgumentException(
                    "conv2d: expected padding of 0 or more, got " + attributes.integer("padding"));
        }
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

    /** How far the filter moves each time; 1 unless said. */
    public Conv2d stride(int stride) {
        return option("stride", stride);
    }

    /** Rows and columns of zeros on each side of the image; 0 unless said. */
    public Conv2d padding(int padding) {
        return with(attributes().without("same").with("padding", padding));
    }

    /** Padding that keeps height and width at stride 1; the filter's sides must be odd. */
    public Conv2d same() {
        if (height() % 2 == 0 || height() != width()) {
            throw new IllegalArgumentException("conv2d.same: expected a square filter of odd size, got " + height()
                    + "×" + width() + "; choose an odd one, or say padding(…)");
        }
        return with(attributes().with("padding", height() / 2).with("same", true));
    }

    public Conv2d withBias(boolean bias) {
        return bias ? with(attributes().without("bias")) : option("bias", false);
    }

    @Override
    public Shape outputShape(Shape input) {
        var image = Sizes.image(input);
        return Shape.of(
                filters(),
                Sizes.windowed("height", image.get(1), height(), stride(), padding()),
                Sizes.windowed("width", image.get(2), width(), stride(), padding()));
    }

    @Override
    public List<Weight> weights(Shape input) {
        int channels = input.get(0);
        long window = (long) height() * width();
        var weight = new Weight(
                "weight",
                Shape.of(filters(), channels, height(), width()),
                InitialValues.suiting(activation(), window * channels, window * filters()));
        return hasBias()
                ? List.of(weight, new Weight("bias", Shape.of(filters()), InitialValues.zeros()))
                : List.of(weight);
    }

    @Override
    public String write(Body body) {
        return "torch.conv2d(%s, weight, %s, [%d, %d], [%d, %d], [1, 1], 1)"
                .formatted(body.input(), hasBias() ? "bias" : "None", stride(), stride(), padding(), padding());
    }

    @Override
    public String sizeFormula(Shape input) {
        return Sizes.windowFormula(input.get(1), height(), stride(), padding());
    }

    @Override
    public String parameterFormula(Shape input) {
        var window = height() + "·" + width() + "·" + input.get(0);
        return Sizes.arithmetic((hasBias() ? "(" + window + " + 1)" : window) + "·" + filters(), weights(input));
    }

    @Override
    public long work(Shape input) {
        return outputShape(input).elementCount() * input.get(0) * height() * width();
    }

    @Override
    protected String written() {
        var text = new StringBuilder("conv2d(" + filters() + ", " + height());
        text.append(height() == width() ? ")" : ", " + width() + ")");
        if (stride() != 1) {
            text.append(".stride(").append(stride()).append(')');
        }
        if (attributes().flag("same", false)) {
            text.append(".same()");
        } else if (padding() != 0) {
            text.append(".padding(").append(padding()).append(')');
        }
        return text.append(hasBias() ? "" : ".withBias(false)").toString();
    }

    private int filters() {
        return attributes().integer("filters");
    }

    private int height() {
        return attributes().integer("height");
    }

    private int width() {
        return attributes().integer("width");
    }

    private int stride() {
        return attributes().integer("stride", 1);
    }

    private int padding() {
        return attributes().integer("padding", 0);
    }

    private boolean hasBias() {
        return attributes().flag("bias", true);
    }
}

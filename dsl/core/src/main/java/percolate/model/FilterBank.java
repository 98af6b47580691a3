package percolate.model;

import java.util.ArrayList;
import java.util.List;
import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/**
 * Filters that each slide over all channels, or with {@link #groups} over their share of them: conv1d, conv2d, conv3d.
 *
 * @param <S> the layer's own type, which its options return
 */
public abstract class FilterBank<S extends FilterBank<S>> extends Convolution<S> {
    protected FilterBank(Attributes attributes, List<String> axes) {
        super(attributes, axes);
        int filters = attributes.positive("filters");
        if (filters % attributes.positive("groups", 1) != 0) {
            throw new IllegalArgumentException(kind() + ": expected filters in " + groups()
                    + " groups of one size, got " + filters + " filters; choose a multiple of " + groups());
        }
    }

    /** Splits channels and filters into groups that do not see each other; 1 unless said. */
    public S groups(int groups) {
        return option("groups", groups);
    }

    /** How many channels the input has, after its shape was looked at. */
    abstract int channels(Shape input);

    /** Refuses channels that do not fall into the groups. */
    final Shape grouped(Shape input) {
        if (channels(input) % groups() != 0) {
            throw new ShapeException("expected channels in " + groups() + " groups of one size, got "
                    + Sizes.batch(input) + "; choose another number of groups or of channels");
        }
        return input;
    }

    // As for inputs with the channels in front; sequences have them at the end.

    @Override
    public Shape outputShape(Shape input) {
        return new Shape(window().places(grouped(input).dropFirst(1).sizes())).prepend(filters());
    }

    @Override
    protected String writeLayer(Body body) {
        return code(body.input(), window().padding());
    }

    @Override
    public String sizeFormula(Shape input) {
        return window().formula(input.dropFirst(1).sizes());
    }

    @Override
    protected List<Weight> layerWeights(Shape input) {
        var sizes = new ArrayList<>(List.of(filters(), channels(input) / groups()));
        sizes.addAll(window().sizes());
        return weightAndBias(weight("weight", new Shape(sizes), Blocks.of(0, groups(), initial())), filters());
    }

    /** The native convolution of {@code operand}, whose channels follow the batch. */
    final String code(String operand, List<Integer> padding) {
        return "torch.%s(%s, weight, %s, %s, %s, %s, %d)"
                .formatted(
                        kind(),
                        operand,
                        hasBias() ? "bias" : "None",
                        window().each(window().stride()),
                        padding,
                        window().each(window().dilation()),
                        groups());
    }

    @Override
    protected String parameterProduct(Shape input) {
        var factors = new ArrayList<String>();
        window().sizes().forEach(k -> factors.add(String.valueOf(k)));
        factors.add(String.valueOf(channels(input) / groups()));
        return perOutput(String.join("·", factors), filters());
    }

    @Override
    public long work(Shape input) {
        var output = outputShape(input);
        return Sizes.known(output) * channels(input) / groups() * window().elementCount();
    }

    @Override
    protected String written() {
        return written(filters() + ", ");
    }

    final int filters() {
        return attributes().integer("filters");
    }

    private int groups() {
        return attributes().integer("groups", 1);
    }
}

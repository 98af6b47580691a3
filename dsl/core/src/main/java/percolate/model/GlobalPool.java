package percolate.model;

import percolate.Shape;
import percolate.program.Body;

/**
 * One number for each channel of an image, [channels, h, w] gives [channels], or for each feature of a sequence,
 * [time, features] gives [features]: the mean over all places or all steps, or the largest. No weights.
 */
public final class GlobalPool extends Part<GlobalPool> {
    public GlobalPool(Attributes attributes) {
        super(attributes);
    }

    /** @param kind globalAvgPool1d, globalMaxPool1d, globalAvgPool2d or globalMaxPool2d */
    public GlobalPool(String kind) {
        this(Attributes.of(kind));
    }

    @Override
    protected GlobalPool with(Attributes attributes) {
        return new GlobalPool(attributes);
    }

    private boolean overTime() {
        return kind().endsWith("1d");
    }

    @Override
    public Shape outputShape(Shape input) {
        return Shape.of(
                overTime() ? Sizes.sequence(input).get(1) : Sizes.image(input).get(0));
    }

    @Override
    public String write(Body body) {
        var axes = overTime() ? "[1]" : "[2, 3]";
        return kind().contains("Max")
                ? "torch.amax(" + body.input() + ", " + axes + ", False)"
                : "torch.mean(" + body.input() + ", " + axes + ", False, dtype=None)";
    }

    @Override
    public long work(Shape input) {
        return Sizes.known(input);
    }

    @Override
    protected String written() {
        return kind() + "()";
    }
}

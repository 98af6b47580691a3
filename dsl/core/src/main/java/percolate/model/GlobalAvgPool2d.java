package percolate.model;

import percolate.Shape;
import percolate.program.Body;

/** The mean of each channel: [channels, h, w] gives [channels]. No weights. */
public final class GlobalAvgPool2d extends Part<GlobalAvgPool2d> {
    public GlobalAvgPool2d(Attributes attributes) {
        super(attributes);
    }

    public GlobalAvgPool2d() {
        this(Attributes.of("globalAvgPool2d"));
    }

    @Override
    protected GlobalAvgPool2d with(Attributes attributes) {
        return new GlobalAvgPool2d(attributes);
    }

    @Override
    public Shape outputShape(Shape input) {
        return Shape.of(Sizes.image(input).get(0));
    }

    @Override
    public String write(Body body) {
        return "torch.mean(" + body.input() + ", [2, 3], False, dtype=None)";
    }

    @Override
    protected String written() {
        return "globalAvgPool2d()";
    }
}

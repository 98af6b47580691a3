package percolate.model;

import percolate.Shape;
import percolate.program.Body;

/**
 * An image enlarged n times: [channels, h, w] gives [channels, n·h, n·w], each element repeated n × n times, or with
 * {@link #bilinear} the values between neighbours filled in linearly. No weights.
 */
public final class Upsample2d extends Part<Upsample2d> {
    public Upsample2d(Attributes attributes) {
        super(attributes);
        attributes.positive("factor");
    }

    public Upsample2d(int factor) {
        this(Attributes.of("upsample2d").with("factor", factor));
    }

    @Override
    protected Upsample2d with(Attributes attributes) {
        return new Upsample2d(attributes);
    }

    /** Linear between the elements' centres, and constant outside the outermost ones. */
    public Upsample2d bilinear() {
        return option("bilinear", true);
    }

    private int factor() {
        return attributes().integer("factor");
    }

    private boolean isBilinear() {
        return attributes().flag("bilinear", false);
    }

    @Override
    public Shape outputShape(Shape input) {
        var image = Sizes.image(input);
        return Shape.of(
                image.get(0), Math.multiplyExact(image.get(1), factor()), Math.multiplyExact(image.get(2), factor()));
    }

    @Override
    public String write(Body body) {
        var sides = outputShape(body.shape()).dropFirst(1);
        return isBilinear()
                ? "torch.upsample_bilinear2d(" + body.input() + ", " + sides + ", False, None, None)"
                : "torch.upsample_nearest2d(" + body.input() + ", " + sides + ", None, None)";
    }

    @Override
    public String sizeFormula(Shape input) {
        return factor() + "·" + input.get(1) + " = " + factor() * input.get(1);
    }

    @Override
    protected String written() {
        return "upsample2d(" + factor() + ")" + (isBilinear() ? ".bilinear()" : "");
    }
}

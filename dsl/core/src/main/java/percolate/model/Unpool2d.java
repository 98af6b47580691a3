package percolate.model;

import java.util.List;
import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/**
 * Undoes a maximum pooling: each element goes back to where its maximum was found, all others are 0.
 * [channels, h, w] and the pool's indices, {@code then(unpool2d(2), pooled.indices())}, give [channels, n·h, n·w]. No weights.
 *
 * @see <a href="https://arxiv.org/abs/1511.00561">Badrinarayanan et al. 2017, SegNet</a>
 */
public final class Unpool2d extends Part<Unpool2d> {
    public Unpool2d(Attributes attributes) {
        super(attributes);
        attributes.positive("factor");
    }

    public Unpool2d(int factor) {
        this(Attributes.of("unpool2d").with("factor", factor));
    }

    @Override
    protected Unpool2d with(Attributes attributes) {
        return new Unpool2d(attributes);
    }

    /** The image's size before it was pooled, where that is not n times the pooled one. */
    public Unpool2d to(int height, int width) {
        return with(attributes().with("height", height).with("width", width));
    }

    @Override
    public int mostInputs() {
        return 2;
    }

    @Override
    public int leastInputs() {
        return 2;
    }

    @Override
    public boolean takesIntegers(int input) {
        return input == 1;
    }

    @Override
    public Shape outputShape(Shape input) {
        var image = Sizes.image(input);
        return Shape.of(image.get(0), side(image, 1, "height"), side(image, 2, "width"));
    }

    private int side(Shape image, int axis, String name) {
        return attributes().has(name)
                ? attributes().positive(name)
                : Math.multiplyExact(image.get(axis), attributes().integer("factor"));
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        var output = outputShape(inputs.get(0));
        if (!inputs.get(0).equals(inputs.get(1))) {
            throw new ShapeException("expected an index for each element of " + Sizes.batch(inputs.get(0)) + ", got "
                    + Sizes.batch(inputs.get(1)) + "; bring it to the shape of the pooled image, for example with"
                    + " conv2d(" + inputs.get(1).get(0) + ", 1)");
        }
        return output;
    }

    @Override
    public String write(Body body) {
        var sides = outputShape(body.shape()).dropFirst(1);
        return "torch.max_unpool2d(" + body.input() + ", " + body.input(1) + ", " + sides + ")";
    }

    @Override
    public String sizeFormula(Shape input) {
        return attributes().has("height")
                ? ""
                : attributes().integer("factor") + "·" + input.get(1) + " = "
                        + outputShape(input).get(1);
    }

    @Override
    protected String written() {
        return "unpool2d(" + attributes().integer("factor") + ")"
                + (attributes().has("height")
                        ? ".to(" + attributes().integer("height") + ", "
                                + attributes().integer("width") + ")"
                        : "");
    }
}

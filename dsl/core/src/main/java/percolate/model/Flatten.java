package percolate.model;

import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/** All elements of an example along one axis: [c, h, w] gives [c·h·w]. No weights. */
public final class Flatten extends Part<Flatten> {
    public Flatten(Attributes attributes) {
        super(attributes);
    }

    public Flatten() {
        this(Attributes.of("flatten"));
    }

    @Override
    protected Flatten with(Attributes attributes) {
        return new Flatten(attributes);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (!input.isKnown()) {
            throw new ShapeException("expected examples of one size, got " + Sizes.batch(input)
                    + " whose time axis varies; take the last step or a mean over time instead");
        }
        return Shape.of(input.length());
    }

    @Override
    public boolean keepsElements() {
        return activation().equals(Activation.NONE);
    }

    @Override
    public String write(Body body) {
        return "torch.flatten(" + body.input() + ", 1, -1)";
    }

    @Override
    public String sizeFormula(Shape input) {
        return input.rank() < 2
                ? ""
                : String.join("·", input.sizes().stream().map(String::valueOf).toList()) + " = " + input.elementCount();
    }

    @Override
    protected String written() {
        return "flatten()";
    }
}

package percolate.model;

import percolate.Shape;
import percolate.program.Body;

/** Gives its input as it is, y = x; stands for the short way in a branch. No weights. */
public final class Identity extends Part<Identity> {
    public Identity(Attributes attributes) {
        super(attributes);
    }

    public Identity() {
        this(Attributes.of("identity"));
    }

    @Override
    protected Identity with(Attributes attributes) {
        return new Identity(attributes);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public boolean keepsElements() {
        return activation().equals(Activation.NONE);
    }

    @Override
    public long work(Shape input) {
        return 0;
    }

    @Override
    public String write(Body body) {
        return body.input();
    }

    @Override
    public boolean keepsTime() {
        return true;
    }

    @Override
    protected String written() {
        return "identity()";
    }
}

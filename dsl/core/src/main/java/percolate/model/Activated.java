package percolate.model;

import percolate.Shape;
import percolate.program.Body;

/** An activation that stands as a layer of its own: {@code relu()}. The shape stays; no weights. */
public final class Activated extends Part<Activated> {
    public Activated(Attributes attributes) {
        super(attributes);
    }

    public Activated(String activation) {
        this(Attributes.of(activation).with("activation", activation));
    }

    /** One with a parameter: leakyRelu and its slope. */
    public Activated(String activation, Number slope) {
        this(Attributes.of(activation).with("activation", activation).with("slope", slope));
    }

    /** What was said of a group, as a layer behind it. */
    public static Activated of(Group<?> group) {
        return Parts.activated(new Activated(Attributes.of(group.activation().name())), group);
    }

    @Override
    protected Activated with(Attributes attributes) {
        return new Activated(attributes);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
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
        return activation().toString();
    }
}

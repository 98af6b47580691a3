package percolate.model;

import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/** A sequence that repeats one vector: [features] gives [count, features], for a decoder to read. No weights. */
public final class RepeatVector extends Part<RepeatVector> {
    public RepeatVector(Attributes attributes) {
        super(attributes);
        attributes.positive("count");
    }

    public RepeatVector(int count) {
        this(Attributes.of("repeatVector").with("count", count));
    }

    @Override
    protected RepeatVector with(Attributes attributes) {
        return new RepeatVector(attributes);
    }

    private int count() {
        return attributes().integer("count");
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 1 || !input.isKnown()) {
            throw new ShapeException("expected a vector, [batch, features], got " + Sizes.batch(input)
                    + "; put flatten() before it, or leave returnSequences() out");
        }
        return input.prepend(count());
    }

    @Override
    public String write(Body body) {
        return "torch.repeat(torch.unsqueeze(" + body.input() + ", 1), [1, " + count() + ", 1])";
    }

    @Override
    protected String written() {
        return "repeatVector(" + count() + ")";
    }
}

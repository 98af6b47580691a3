package percolate.model;

import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/** A vector as each step of a sequence: [features] gives [steps, features]. No weights. */
public final class RepeatVector extends Part<RepeatVector> {
    public RepeatVector(Attributes attributes) {
        super(attributes);
        attributes.positive("steps");
    }

    public RepeatVector(int steps) {
        this(Attributes.of("repeatVector").with("steps", steps));
    }

    @Override
    protected RepeatVector with(Attributes attributes) {
        return new RepeatVector(attributes);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 1) {
            throw new ShapeException("expected a vector, [batch, features], got " + Sizes.batch(input)
                    + "; put flatten() before it, or leave returnSequences() out");
        }
        Sizes.features(input);
        return input.prepend(steps());
    }

    @Override
    public String write(Body body) {
        return "torch.repeat(torch.unsqueeze(" + body.input() + ", 1), [1, " + steps() + ", 1])";
    }

    @Override
    protected String written() {
        return "repeatVector(" + steps() + ")";
    }

    private int steps() {
        return attributes().integer("steps");
    }
}

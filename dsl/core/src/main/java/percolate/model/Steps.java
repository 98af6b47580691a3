package percolate.model;

import java.util.List;
import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/**
 * The two ends of {@link TimeDistributed}: {@code eachStep} makes an example of every step of a sequence, [time, …] gives
 * […]; {@code allSteps} puts them together again, [time, …], with as many steps as its second input has. No weights.
 */
public final class Steps extends Part<Steps> {
    public Steps(Attributes attributes) {
        super(attributes);
    }

    static Steps apart() {
        return new Steps(Attributes.of("eachStep"));
    }

    static Steps together() {
        return new Steps(Attributes.of("allSteps"));
    }

    @Override
    protected Steps with(Attributes attributes) {
        return new Steps(attributes);
    }

    private boolean isApart() {
        return kind().equals("eachStep");
    }

    @Override
    public int mostInputs() {
        return isApart() ? 1 : 2;
    }

    @Override
    public int leastInputs() {
        return mostInputs();
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() < 2 || !input.dropFirst(1).isKnown()) {
            throw new ShapeException("expected a sequence, [batch, time, …], got " + Sizes.batch(input)
                    + "; time is the first axis of its examples");
        }
        return input.dropFirst(1);
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return isApart()
                ? outputShape(inputs.get(0))
                : inputs.get(0).prepend(inputs.get(1).get(0));
    }

    @Override
    public String write(Body body) {
        return isApart()
                ? "torch.flatten(" + body.input() + ", 0, 1)"
                : "torch.unflatten(" + body.input() + ", 0, [-1, torch.size(" + body.input(1) + ", 1)])";
    }

    @Override
    public long work(List<Shape> inputs) {
        return 0;
    }

    @Override
    protected String written() {
        return kind() + "()";
    }
}

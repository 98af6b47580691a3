package percolate.model;

import java.util.List;
import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/**
 * A fully connected layer, y = x·Wᵀ + b, on the last axis.
 *
 * <p>[…, in] gives […, units]. Weights: {@code weight} [units, in], {@code bias} [units]; (in + 1)·units parameters.
 */
public final class Dense extends Part<Dense> {
    public Dense(Attributes attributes) {
        super(attributes);
        attributes.positive("units");
    }

    public Dense(int units) {
        this(Attributes.of("dense").with("units", units));
    }

    @Override
    protected Dense with(Attributes attributes) {
        return new Dense(attributes);
    }

    /** Without bias: y = x·Wᵀ. */
    public Dense withBias(boolean bias) {
        return bias ? with(attributes().without("bias")) : option("bias", false);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() == 0 || input.rank() > 2) {
            throw new ShapeException("expected [batch, features] or [batch, time, features], got " + Sizes.batch(input)
                    + "; put flatten() before it");
        }
        Sizes.features(input);
        return input.withLast(units());
    }

    @Override
    public List<Weight> weights(Shape input) {
        int in = input.get(-1);
        var weight = new Weight("weight", Shape.of(units(), in), InitialValues.suiting(activation(), in, units()));
        return hasBias()
                ? List.of(weight, new Weight("bias", Shape.of(units()), InitialValues.zeros()))
                : List.of(weight);
    }

    @Override
    public String write(Body body) {
        return "torch.linear(" + body.input() + ", weight, " + (hasBias() ? "bias" : "None") + ")";
    }

    @Override
    public String parameterFormula(Shape input) {
        return Sizes.arithmetic(
                (hasBias() ? "(" + input.get(-1) + " + 1)" : input.get(-1)) + "·" + units(), weights(input));
    }

    @Override
    public long work(Shape input) {
        return Sizes.rows(input) * input.get(-1) * units();
    }

    @Override
    protected String written() {
        return "dense(" + units() + ")" + (hasBias() ? "" : ".withBias(false)");
    }

    private int units() {
        return attributes().integer("units");
    }

    private boolean hasBias() {
        return attributes().flag("bias", true);
    }
}

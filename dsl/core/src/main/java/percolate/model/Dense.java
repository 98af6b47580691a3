package percolate.model;

import java.util.List;
import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/**
 * A fully connected layer, y = x·W + b, on the last axis.
 *
 * <p>[…, in] gives […, units]. Weights: {@code weight} [in, units], {@code bias} [units]; (in + 1)·units parameters.
 */
public final class Dense extends Weighted<Dense> {
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
    protected List<Weight> layerWeights(Shape input) {
        return weightAndBias(weight("weight", Shape.of(input.get(-1), units()), initial()), units());
    }

    @Override
    protected String writeLayer(Body body) {
        if (body.shape().rank() > 1) {
            return "torch.linear(" + body.input() + ", torch.t(weight), " + (hasBias() ? "bias" : "None") + ")";
        }
        // The same product without turning the weights over and back.
        return hasBias()
                ? "torch.addmm(bias, " + body.input() + ", weight, beta=1, alpha=1)"
                : "torch.mm(" + body.input() + ", weight)";
    }

    @Override
    protected String parameterProduct(Shape input) {
        return perOutput(input.get(-1), units());
    }

    @Override
    public long work(Shape input) {
        return Sizes.rows(input) * input.get(-1) * units();
    }

    @Override
    public boolean keepsTime() {
        return true;
    }

    @Override
    protected String written() {
        return "dense(" + units() + ")" + options();
    }

    private int units() {
        return attributes().integer("units");
    }
}

package percolate.model;

import java.util.List;
import percolate.Shape;
import percolate.Tensor;
import percolate.program.Body;
import percolate.tensor.InitialValues;

/**
 * x for x ≥ 0, weight · x below, with one slope for the layer that is trained: {@code weight} [1], which starts at 0.25.
 * The shape stays; no bias.
 *
 * @see <a href="https://arxiv.org/abs/1502.01852">He et al. 2015</a>
 */
public final class Prelu extends Weighted<Prelu> {
    public Prelu(Attributes attributes) {
        super(attributes);
    }

    public Prelu() {
        this(Attributes.of("prelu"));
    }

    @Override
    protected Prelu with(Attributes attributes) {
        return new Prelu(attributes);
    }

    @Override
    public Prelu withBias(boolean bias) {
        if (bias) {
            throw new IllegalArgumentException(
                    "prelu.withBias: an activation has no bias; give the layer before it one");
        }
        return this;
    }

    @Override
    public Prelu bias(Tensor values) {
        return withBias(true);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    protected List<Weight> layerWeights(Shape input) {
        return List.of(weight("weight", Shape.of(1), initial(InitialValues.constant(0.25))));
    }

    @Override
    protected String writeLayer(Body body) {
        return "torch.prelu(" + body.input() + ", weight)";
    }

    @Override
    protected String parameterProduct(Shape input) {
        return "1";
    }

    @Override
    public boolean keepsTime() {
        return true;
    }

    @Override
    protected String written() {
        return "prelu()" + options();
    }
}

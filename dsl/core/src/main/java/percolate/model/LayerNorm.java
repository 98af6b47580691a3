package percolate.model;

import java.util.List;
import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/**
 * Layer normalisation, example by example: y = (x − μ) / √(σ² + eps) · weight + bias, with μ and σ² over the features of
 * a vector or of one time step, or over all of an image.
 *
 * <p>[features], [time, features] or [channels, h, w] stays as it is. Weights: {@code weight}, {@code bias} [features], or
 * [channels, h, w].
 *
 * @see <a href="https://arxiv.org/abs/1607.06450">Ba et al. 2016</a>
 */
public final class LayerNorm extends Norm<LayerNorm> {
    public LayerNorm(Attributes attributes) {
        super(attributes);
    }

    public LayerNorm() {
        this(Attributes.of("layerNorm"));
    }

    @Override
    protected LayerNorm with(Attributes attributes) {
        return new LayerNorm(attributes);
    }

    private static Shape normalised(Shape input) {
        return input.rank() == 2 ? input.dropFirst(1) : input;
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() == 0 || !normalised(input).isKnown()) {
            throw new ShapeException("expected [batch, features], [batch, time, features] or"
                    + " [batch, channels, height, width], got " + Sizes.batch(input) + "; reshape the examples first");
        }
        return input;
    }

    @Override
    protected List<Weight> layerWeights(Shape input) {
        return scaleAndShift(normalised(input));
    }

    @Override
    protected String writeLayer(Body body) {
        return "torch.layer_norm(%s, %s, weight, %s, %s, False)"
                .formatted(body.input(), normalised(body.shape()), bias(), eps());
    }

    @Override
    protected String parameterProduct(Shape input) {
        var sizes = normalised(input).sizes().stream().map(String::valueOf).toList();
        return perElement(String.join("·", sizes));
    }

    @Override
    public long work(Shape input) {
        return 2 * Sizes.known(input);
    }

    @Override
    public boolean keepsTime() {
        return true;
    }

    @Override
    protected String written() {
        return "layerNorm()" + epsOption() + options();
    }
}

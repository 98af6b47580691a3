package percolate.model;

import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/**
 * Dropout of whole channels of an image, or of features over a whole sequence: while training each is dropped (set to 0)
 * with probability p and the others grow by 1 / (1 − p); otherwise nothing happens. Neighbouring elements tell the same,
 * so dropping single ones would hide little. No weights.
 *
 * @see <a href="https://arxiv.org/abs/1411.4280">Tompson et al. 2015</a>
 */
public final class SpatialDropout extends Part<SpatialDropout> {
    public SpatialDropout(Attributes attributes) {
        super(attributes);
        attributes.dropped("p");
    }

    public SpatialDropout(Number p) {
        this(Attributes.of("spatialDropout").with("p", p));
    }

    @Override
    protected SpatialDropout with(Attributes attributes) {
        return new SpatialDropout(attributes);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() < 2) {
            throw new ShapeException("expected [batch, channels, height, width] or [batch, time, features], got "
                    + Sizes.batch(input) + "; use dropout(p) for vectors");
        }
        return input;
    }

    @Override
    public boolean isRandom() {
        return true;
    }

    @Override
    public String write(Body body) {
        var rest = ", " + attributes().number("p") + ", " + body.training() + ")";
        return body.shape().rank() == 2
                ? "torch.transpose(torch.feature_dropout(torch.transpose(" + body.input() + ", 1, 2)" + rest + ", 1, 2)"
                : "torch.feature_dropout(" + body.input() + rest;
    }

    @Override
    public boolean keepsTime() {
        return true;
    }

    @Override
    protected String written() {
        return "spatialDropout(" + attributes().number("p") + ")";
    }
}

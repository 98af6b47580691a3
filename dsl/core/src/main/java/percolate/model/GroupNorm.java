package percolate.model;

import java.util.List;
import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/**
 * Group normalisation: y = (x − μ) / √(σ² + eps) · weight + bias, with μ and σ² over a group of an image's channels; it
 * does not depend on the batch.
 *
 * <p>[channels, h, w] stays as it is. Weights: {@code weight}, {@code bias} [channels].
 *
 * @see <a href="https://arxiv.org/abs/1803.08494">Wu and He 2018</a>
 */
public final class GroupNorm extends Norm<GroupNorm> {
    public GroupNorm(Attributes attributes) {
        super(attributes);
        attributes.positive("groups");
    }

    public GroupNorm(int groups) {
        this(Attributes.of("groupNorm").with("groups", groups));
    }

    @Override
    protected GroupNorm with(Attributes attributes) {
        return new GroupNorm(attributes);
    }

    private int groups() {
        return attributes().integer("groups");
    }

    @Override
    public Shape outputShape(Shape input) {
        if (Sizes.image(input).get(0) % groups() != 0) {
            throw new ShapeException("expected channels in " + groups() + " groups of one size, got "
                    + Sizes.batch(input) + "; choose another number of groups or of channels");
        }
        return input;
    }

    @Override
    protected List<Weight> layerWeights(Shape input) {
        return scaleAndShift(Shape.of(input.get(0)));
    }

    @Override
    protected String writeLayer(Body body) {
        return "torch.group_norm(%s, %d, weight, %s, %s, False)".formatted(body.input(), groups(), bias(), eps());
    }

    @Override
    protected String parameterProduct(Shape input) {
        return perElement(input.get(0));
    }

    @Override
    public long work(Shape input) {
        return 2 * input.elementCount();
    }

    @Override
    protected String written() {
        return "groupNorm(" + groups() + ")" + epsOption() + options();
    }
}

package percolate.model;

import java.util.List;
import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;
import percolate.tensor.InitialValues;

/**
 * Batch normalisation, channel by channel: y = (x − μ) / √(σ² + eps) · weight + bias. While training, μ and σ² are those
 * of the batch (over its examples and places, σ² divided by their number n), and the running ones follow:
 * running ← (1 − momentum)·running + momentum·batch, σ² there divided by n − 1; otherwise the running ones are used.
 *
 * <p>[channels, h, w], [features] or [time, features] stays as it is. Weights: {@code weight}, {@code bias} [channels];
 * {@code runningMean}, {@code runningVariance} [channels], which are not trained and start as zeros and ones.
 *
 * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy 2015</a>
 */
public final class BatchNorm extends Norm<BatchNorm> {
    public BatchNorm(Attributes attributes) {
        super(attributes);
        if (!(momentum() >= 0 && momentum() <= 1)) {
            throw new IllegalArgumentException("batchNorm: momentum is the share of the new batch in the running mean,"
                    + " 0 to 1, got " + momentum());
        }
    }

    public BatchNorm() {
        this(Attributes.of("batchNorm"));
    }

    @Override
    protected BatchNorm with(Attributes attributes) {
        return new BatchNorm(attributes);
    }

    /** The share of the new batch in the running mean and variance; 0.1 unless said. Keras calls 1 minus this momentum. */
    public BatchNorm momentum(Number momentum) {
        return option("momentum", momentum);
    }

    private double momentum() {
        return attributes().has("momentum") ? attributes().number("momentum") : 0.1;
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() == 0 || input.rank() > 4) {
            throw new ShapeException("expected [batch, features], [batch, time, features] or"
                    + " [batch, channels, height, width], got " + Sizes.batch(input) + "; reshape the examples first");
        }
        channels(input);
        return input;
    }

    private static int channels(Shape input) {
        return input.rank() < 3 ? Sizes.features(input) : input.get(0);
    }

    @Override
    protected List<Weight> layerWeights(Shape input) {
        var shape = Shape.of(channels(input));
        var weights = scaleAndShift(shape);
        weights.add(new Weight("runningMean", shape, InitialValues.zeros(), false));
        weights.add(new Weight("runningVariance", shape, InitialValues.constant(1), false));
        return weights;
    }

    @Override
    protected String writeLayer(Body body) {
        boolean sequence = body.shape().rank() == 2;
        var x = sequence ? "torch.transpose(" + body.input() + ", 1, 2)" : body.input();
        var result = "torch.batch_norm(%s, weight, %s, runningMean, runningVariance, %s, %s, %s, False)"
                .formatted(x, bias(), body.training(), momentum(), eps());
        return sequence ? "torch.transpose(" + result + ", 1, 2)" : result;
    }

    @Override
    protected String parameterProduct(Shape input) {
        return perElement(channels(input));
    }

    @Override
    public String parameterFormula(Shape input) {
        return super.parameterFormula(input) + "; besides 2·" + channels(input) + " running";
    }

    @Override
    public long work(Shape input) {
        return 2 * Sizes.known(input);
    }

    @Override
    protected String written() {
        return "batchNorm()" + (attributes().has("momentum") ? ".momentum(" + momentum() + ")" : "") + epsOption()
                + options();
    }
}

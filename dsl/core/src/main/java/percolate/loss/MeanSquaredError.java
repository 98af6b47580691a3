package percolate.loss;

import percolate.Shape;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.program.Scoring;

/**
 * Mean squared error, Σ(o − y)² / n over all elements of a batch; {@code halfMse} is half of it, whose derivative with
 * respect to o is (o − y) / n. Outputs and targets have the same shape, float32.
 */
public final class MeanSquaredError extends Criterion<MeanSquaredError> {
    private MeanSquaredError(Attributes attributes) {
        super(attributes);
    }

    public MeanSquaredError() {
        this(Attributes.of("mse"));
    }

    /** ½·(o − y)². */
    public static MeanSquaredError half() {
        return new MeanSquaredError(Attributes.of("halfMse"));
    }

    @Override
    protected MeanSquaredError with(Attributes attributes) {
        return new MeanSquaredError(attributes);
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        return Numbers.prepare(name(), output, targets);
    }

    @Override
    public String write(Scoring scoring) {
        var whole = "torch.mse_loss(o, y, " + reduction().code() + ")";
        return attributes().kind().equals("halfMse") ? "torch.mul(" + whole + ", 0.5)" : whole;
    }
}

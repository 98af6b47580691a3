package percolate.loss;

import percolate.Shape;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.program.Scoring;

/** Mean absolute error, Σ|o − y| / n over all elements of a batch; outputs and targets have the same shape, float32. */
public final class AbsoluteError extends Criterion<AbsoluteError> {
    private AbsoluteError(Attributes attributes) {
        super(attributes);
    }

    public AbsoluteError() {
        this(Attributes.of("mae"));
    }

    @Override
    protected AbsoluteError with(Attributes attributes) {
        return new AbsoluteError(attributes);
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        return Numbers.prepare(name(), output, targets);
    }

    @Override
    public String write(Scoring scoring) {
        return "torch.l1_loss(o, y, " + reduction().code() + ")";
    }
}

package percolate.loss;

import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.program.Scoring;

/**
 * One minus the cosine of the angle between output and target, 1 − o·y / (‖o‖·‖y‖), from 0 for the same direction to 2 for
 * the opposite one; the mean over all vectors. Outputs and targets are [batch, …, features], float32.
 */
public final class CosineSimilarity extends Criterion<CosineSimilarity> {
    private CosineSimilarity(Attributes attributes) {
        super(attributes);
    }

    public CosineSimilarity() {
        this(Attributes.of("cosineSimilarity"));
    }

    @Override
    protected CosineSimilarity with(Attributes attributes) {
        return new CosineSimilarity(attributes);
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        if (output.rank() == 0) {
            throw new ShapeException(
                    name() + ": expected vectors [batch, features], got one number per example; use mse()");
        }
        return Numbers.prepare(name(), output, targets);
    }

    @Override
    public String write(Scoring scoring) {
        return reduction().of("torch.rsub(torch.cosine_similarity(o, y, -1, 1.0e-08), 1, 1)");
    }
}

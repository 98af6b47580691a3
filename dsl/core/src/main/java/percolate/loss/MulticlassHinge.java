package percolate.loss;

import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.program.Scoring;

/**
 * Hinge loss of several classes, Σ_{j≠y} max(0, 1 − o_y + o_j) / classes, the mean over the batch: 0 where the label's
 * output leads all others by 1.
 *
 * <p>Outputs [batch, classes], labels int64 [batch] from 0 to classes − 1.
 *
 * @see <a href="https://www.esann.org/sites/default/files/proceedings/legacy/es1999-461.pdf">Weston and Watkins 1999</a>
 */
public final class MulticlassHinge extends Criterion<MulticlassHinge> {
    private MulticlassHinge(Attributes attributes) {
        super(attributes);
    }

    public MulticlassHinge() {
        this(Attributes.of("multiclassHinge"));
    }

    @Override
    protected MulticlassHinge with(Attributes attributes) {
        return new MulticlassHinge(attributes);
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        if (output.rank() != 1) {
            throw new ShapeException(name() + ": expected outputs [batch, classes], got " + output
                    + " per example; put flatten() before the last layer");
        }
        return Labels.prepare(name(), output, targets);
    }

    @Override
    public String write(Scoring scoring) {
        return "torch.multi_margin_loss(o, y, 1, 1.0, None, " + reduction().code() + ")";
    }
}

package percolate.loss;

import java.util.List;
import percolate.Shape;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.program.Scoring;

/**
 * Huber's loss: ½·e² where |e| = |o − y| is at most δ, δ·(|e| − ½·δ) beyond, so that outliers pull with the constant force
 * δ. The mean over all elements; outputs and targets have the same shape, float32.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177703732">Huber 1964</a>
 */
public final class Huber extends Criterion<Huber> {
    private Huber(Attributes attributes) {
        super(attributes);
        above("delta", 0);
    }

    /** @param delta δ, above 0 */
    public Huber(Number delta) {
        this(Attributes.of("huber").with("delta", delta));
    }

    @Override
    protected Huber with(Attributes attributes) {
        return new Huber(attributes);
    }

    @Override
    protected List<String> arguments() {
        return List.of("delta");
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        return Numbers.prepare(name(), output, targets);
    }

    @Override
    public String write(Scoring scoring) {
        return "torch.huber_loss(o, y, " + reduction().code() + ", "
                + attributes().number("delta") + ")";
    }
}

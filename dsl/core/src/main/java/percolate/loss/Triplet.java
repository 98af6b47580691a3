package percolate.loss;

import java.util.List;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.program.Scoring;
import percolate.tensor.Joining;

/**
 * Triplet loss, max(0, ‖a − p‖ − ‖a − n‖ + m): an anchor a lies nearer to a positive p of its class than to a negative n of
 * another one, by the margin m. The mean over the batch.
 *
 * <p>Outputs are [batch, 3, features]: anchor, positive and negative of each triplet one after the other. Targets say
 * nothing, any will do. By hand {@link #of(Tensor, Tensor, Tensor)} takes the three apart.
 *
 * @see <a href="https://arxiv.org/abs/1503.03832">Schroff, Kalenichenko and Philbin 2015</a>, who square the distances
 */
public final class Triplet extends Criterion<Triplet> {
    private Triplet(Attributes attributes) {
        super(attributes);
        above("margin", 0);
    }

    /** @param margin m, above 0 */
    public Triplet(Number margin) {
        this(Attributes.of("triplet").with("margin", margin));
    }

    @Override
    protected Triplet with(Attributes attributes) {
        return new Triplet(attributes);
    }

    @Override
    protected List<String> arguments() {
        return List.of("margin");
    }

    /**
     * The loss of embeddings, recorded for gradients.
     *
     * @param anchor [batch, features], as the others
     * @throws ShapeException if the three differ in shape
     */
    public Tensor of(Tensor anchor, Tensor positive, Tensor negative) {
        if (anchor.shape().rank() != 2
                || !anchor.shape().equals(positive.shape())
                || !anchor.shape().equals(negative.shape())) {
            throw new ShapeException(name() + ": expected three embeddings of one shape [batch, features], got "
                    + anchor.shape() + ", " + positive.shape() + " and " + negative.shape()
                    + "; compute all three with the same model");
        }
        return of(Joining.stack(List.of(anchor, positive, negative)).permute(1, 0, 2), anchor.detach());
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        if (output.rank() != 2 || output.get(0) != 3) {
            throw new ShapeException(name() + ": expected outputs [3, features] per example, anchor, positive and"
                    + " negative, got " + output + "; stack the three embeddings");
        }
        return targets;
    }

    @Override
    public String write(Scoring scoring) {
        return "torch.triplet_margin_loss(torch.select(o, 1, 0), torch.select(o, 1, 1), torch.select(o, 1, 2), "
                + attributes().number("margin") + ", 2.0, 1.0e-06, False, "
                + reduction().code() + ")";
    }
}

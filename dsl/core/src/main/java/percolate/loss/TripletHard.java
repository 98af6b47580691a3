package percolate.loss;

import java.util.List;
import percolate.DType;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.program.Scoring;

/**
 * Triplet loss of the hardest triplets in a batch: for each example a, max(0, m + max_p ‖a − p‖ − min_n ‖a − n‖) over all
 * others p of its class and all n of other classes. The mean over those examples that have both; 0 where there are none.
 *
 * <p>Outputs are embeddings [batch, features], labels int64 [batch]. Which triplets there are depends on the batch, so this
 * loss does too: give each batch several examples of a class.
 *
 * @see <a href="https://arxiv.org/abs/1703.07737">Hermans, Beyer and Leibe 2017, eq. 5</a>
 */
public final class TripletHard extends Criterion<TripletHard> {
    private TripletHard(Attributes attributes) {
        super(attributes);
        above("margin", 0);
    }

    /** @param margin m, above 0 */
    public TripletHard(Number margin) {
        this(Attributes.of("tripletHard").with("margin", margin));
    }

    @Override
    protected TripletHard with(Attributes attributes) {
        return new TripletHard(attributes);
    }

    @Override
    protected List<String> arguments() {
        return List.of("margin");
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        if (output.rank() != 1 || targets.shape().rank() != 1) {
            throw new ShapeException(name() + ": expected embeddings [batch, features] and labels [batch], got examples"
                    + " of shape " + output + " and targets of shape "
                    + targets.shape().dropFirst(1)
                    + "; put flatten() at the end, and give the number of the class for each example");
        }
        Labels.checkWhole(name(), targets);
        return targets.to(DType.int64);
    }

    /** It picks its triplets among all of a batch. */
    @Override
    public boolean hasEach() {
        return false;
    }

    @Override
    public String write(Scoring scoring) {
        var distance = scoring.let("torch.cdist(o, o, 2.0, 2)");
        var same = scoring.let("torch.eq(torch.unsqueeze(y, 0), torch.unsqueeze(y, 1))");
        var others = scoring.let("torch.logical_not(torch.eye(torch.size(o, 0), dtype=11, layout=None,"
                + " device=ops.prim.device(o), pin_memory=None))");
        var positive = scoring.let("torch.logical_and(" + same + ", " + others + ")");
        var far =
                "torch.amax(torch.masked_fill(" + distance + ", torch.logical_not(" + positive + "), 0.0), [1], False)";
        var near = "torch.amin(torch.masked_fill(" + distance + ", " + same + ", inf), [1], False)";
        var each = "torch.relu(torch.add(torch.sub(" + far + ", " + near + "), "
                + attributes().number("margin") + "))";
        var complete = scoring.let("torch.logical_and(torch.any(" + positive + ", 1, False), torch.any("
                + "torch.logical_not(" + same + "), 1, False))");
        var losses = "torch.mul(" + each + ", " + complete + ")";
        return reduction() == Reduction.MEAN
                ? "torch.div(torch.sum(" + losses + ", dtype=None), torch.clamp_min(torch.sum(" + complete
                        + ", dtype=None), 1))"
                : reduction().of(losses);
    }
}

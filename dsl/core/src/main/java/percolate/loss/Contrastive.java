package percolate.loss;

import java.util.List;
import percolate.Shape;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.program.Scoring;

/**
 * Contrastive loss of distances, ½·y·d² + ½·(1 − y)·max(0, m − d)²: pulls equals together and pushes others apart until
 * the margin m is between them. The mean over the batch.
 *
 * <p>Outputs are distances d, one per pair: [batch] or [batch, 1]; targets are 1 where both are of one class, 0 where not.
 *
 * @see <a href="https://doi.org/10.1109/CVPR.2006.100">Hadsell, Chopra and LeCun 2006, eq. 4</a>
 */
public final class Contrastive extends Criterion<Contrastive> {
    private Contrastive(Attributes attributes) {
        super(attributes);
        above("margin", 0);
    }

    /** @param margin m, above 0 */
    public Contrastive(Number margin) {
        this(Attributes.of("contrastive").with("margin", margin));
    }

    @Override
    protected Contrastive with(Attributes attributes) {
        return new Contrastive(attributes);
    }

    @Override
    protected List<String> arguments() {
        return List.of("margin");
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        Numbers.one(name(), output, "let the model give the distance of the two, such as a.minus(b).norm(1)");
        return Numbers.within(0, 1, name(), output, targets);
    }

    @Override
    public String write(Scoring scoring) {
        var near = "torch.mul(y, torch.square(o))";
        var far = "torch.mul(torch.rsub(y, 1, 1), torch.square(torch.relu(torch.rsub(o, "
                + attributes().number("margin") + ", 1))))";
        return reduction().of("torch.mul(torch.add(" + near + ", " + far + "), 0.5)");
    }
}

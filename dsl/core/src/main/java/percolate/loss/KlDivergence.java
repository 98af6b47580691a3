package percolate.loss;

import percolate.Shape;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.program.Scoring;

/**
 * Kullback and Leibler's divergence of predicted from true probabilities, Σ_c y_c·ln(y_c / p_c), the mean over all vectors
 * of classes; 0 where both agree.
 *
 * <p>Outputs are probabilities p, none counts as less than 10⁻¹², or after {@link #logits} what a softmax would turn into
 * them; targets have their shape, from 0 to 1, and sum to 1 over the classes: the last axis, or the channels of an image. A
 * model that ends in softmax is trained on the softmax's operands.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177729694">Kullback and Leibler 1951</a>
 */
public final class KlDivergence extends Criterion<KlDivergence> {
    private KlDivergence(Attributes attributes) {
        super(attributes);
    }

    public KlDivergence() {
        this(Attributes.of("klDivergence"));
    }

    @Override
    protected KlDivergence with(Attributes attributes) {
        return new KlDivergence(attributes);
    }

    /** Outputs are what a softmax would turn into probabilities. */
    public KlDivergence logits() {
        return option("logits", true);
    }

    @Override
    public String applies() {
        return "softmax";
    }

    @Override
    public boolean takesLogits() {
        return attributes().flag("logits", false);
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        return Numbers.within(0, 1, name(), output, targets);
    }

    @Override
    public String write(Scoring scoring) {
        int axis = Labels.axis(scoring.output()) + 1;
        var logarithms = areProbabilities(scoring, !takesLogits())
                ? "torch.log(torch.clamp_min(o, 1.0e-12))"
                : "torch.log_softmax(o, " + axis + ", None)";
        return reduction()
                .of("torch.sum(torch.sub(torch.xlogy(y, y), torch.mul(y, " + logarithms + ")), [" + axis
                        + "], False, dtype=None)");
    }
}

package percolate.loss;

import java.util.List;
import percolate.Shape;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.program.Scoring;

/**
 * Negative log-likelihood of a mixture of k normal distributions that the model predicts, −ln Σⱼ πⱼ·N(y; μⱼ, σⱼ²·I), the
 * mean over the batch.
 *
 * <p>Outputs are [batch, k·(d + 2)]: k logits, whose softmax is π, k logarithms ln σ of standard deviations, then k means μ
 * of d numbers each; targets [batch, d], or [batch] for d = 1, where k = 5 takes {@code dense(15)}.
 *
 * @see <a href="https://publications.aston.ac.uk/id/eprint/373/">Bishop 1994, mixture density networks</a>
 */
public final class MixtureNll extends Criterion<MixtureNll> {
    private MixtureNll(Attributes attributes) {
        super(attributes);
        attributes.positive("components");
    }

    /** @param components k, 1 or more */
    public MixtureNll(int components) {
        this(Attributes.of("mixtureNll").with("components", components));
    }

    @Override
    protected MixtureNll with(Attributes attributes) {
        return new MixtureNll(attributes);
    }

    @Override
    protected List<String> arguments() {
        return List.of("components");
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        int d = output.rank() == 1 ? output.get(0) / components() - 2 : 0;
        if (d < 1 || output.get(0) != components() * (d + 2)) {
            throw new IllegalArgumentException(
                    name() + ": expected outputs [" + components() + "·(d + 2)] for d numbers, got " + output
                            + "; end the model in dense(" + 3 * components() + ") for one number");
        }
        return Numbers.predicted(name(), output, d, targets);
    }

    @Override
    public String write(Scoring scoring) {
        int k = components();
        int d = scoring.output().get(0) / k - 2;
        var logarithm = scoring.let("torch.narrow(o, 1, " + k + ", " + k + ")");
        var means = "torch.view(torch.slice(o, 1, " + 2 * k + "), [-1, " + k + ", " + d + "])";
        var squares = "torch.sum(torch.square(torch.mul(torch.sub(torch.unsqueeze(y, 1), " + means
                + "), torch.exp(torch.neg(torch.unsqueeze(" + logarithm + ", 2))))), [2], False, dtype=None)";
        var parts = "torch.sub(torch.log_softmax(torch.narrow(o, 1, 0, " + k + "), 1, None), torch.add(torch.mul("
                + logarithm + ", " + d + "), " + squares + ", alpha=0.5))";
        return reduction()
                .of("torch.rsub(torch.logsumexp(" + parts + ", [1], False), " + d * GaussianNll.HALF_LOG_TWO_PI
                        + ", 1)");
    }

    private int components() {
        return attributes().integer("components");
    }
}

package percolate.loss;

import percolate.Shape;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.program.Scoring;

/**
 * Negative log-likelihood of a normal distribution that the model predicts, ln σ + ½·((y − μ) / σ)² + ½·ln 2π, the mean
 * over all elements.
 *
 * <p>Outputs are [batch, …, 2·d]: d means μ, then d logarithms ln σ of standard deviations; targets [batch, …, d], or
 * [batch] for one number.
 *
 * @see <a href="https://doi.org/10.1109/ICNN.1994.374138">Nix and Weigend 1994</a>
 */
public final class GaussianNll extends Criterion<GaussianNll> {
    static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private GaussianNll(Attributes attributes) {
        super(attributes);
    }

    public GaussianNll() {
        this(Attributes.of("gaussianNll"));
    }

    @Override
    protected GaussianNll with(Attributes attributes) {
        return new GaussianNll(attributes);
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        if (output.rank() == 0 || output.get(-1) % 2 != 0) {
            throw new IllegalArgumentException(
                    name() + ": expected a mean and a logarithm of a deviation for each number,"
                            + " got outputs of shape " + output + "; end the model in dense(2·d) for d numbers");
        }
        return Numbers.predicted(name(), output, output.get(-1) / 2, targets);
    }

    @Override
    public String write(Scoring scoring) {
        int d = scoring.output().get(-1) / 2;
        var logarithm = scoring.let("torch.narrow(o, -1, " + d + ", " + d + ")");
        var error =
                "torch.mul(torch.sub(y, torch.narrow(o, -1, 0, " + d + ")), torch.exp(torch.neg(" + logarithm + ")))";
        return reduction()
                .of("torch.add(torch.add(" + logarithm + ", torch.square(" + error + "), alpha=0.5), " + HALF_LOG_TWO_PI
                        + ")");
    }
}

package percolate.optimizer;

import percolate.model.Attributes;

/**
 * What Adam and its kin can be given: how fast they forget.
 *
 * @param <S> the optimizer's own type, which its options return
 */
public abstract class Moments<S extends Moments<S>> extends Descent<S> {
    protected Moments(Attributes attributes) {
        super(attributes);
        belowOne("beta1");
        belowOne("beta2");
        aboveZero("epsilon");
    }

    /** β₁, the share of the mean gradient that is kept; 0.9 unless said. */
    public S beta1(Number share) {
        return option("beta1", share);
    }

    /** β₂, the share of the mean squared gradient that is kept; 0.999 unless said. */
    public S beta2(Number share) {
        return option("beta2", share);
    }

    /** ε, added to what is divided by; 10⁻⁸ unless said. */
    public S epsilon(Number small) {
        return option("epsilon", small);
    }

    protected final double beta1() {
        return number("beta1", 0.9);
    }

    protected final double beta2() {
        return number("beta2", 0.999);
    }

    protected final double epsilon() {
        return number("epsilon", 1e-8);
    }

    /** Torch's arguments for these. */
    protected final String written(double decay) {
        return "lr={lr}, beta1=%s, beta2=%s, weight_decay=%s, eps=%s, amsgrad=False, maximize=False, grad_scale=None, found_inf=None"
                .formatted(beta1(), beta2(), decay, epsilon());
    }
}

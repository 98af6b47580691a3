package percolate.optimizer;

import java.util.List;
import percolate.model.Attributes;

/**
 * Adadelta: s ← ρs + (1−ρ)g², δ = √(d + ε) / √(s + ε) · g, d ← ρd + (1−ρ)δ², w ← w − η·δ; ρ = 0.9, ε = 10⁻⁶. Steps take
 * their size from the steps before, so η = 1 needs no search.
 *
 * @see <a href="https://arxiv.org/abs/1212.5701">Zeiler 2012</a>
 */
public final class Adadelta extends Descent<Adadelta> {
    private Adadelta(Attributes attributes) {
        super(attributes);
        belowOne("rho");
        aboveZero("epsilon");
    }

    /** @param rate η */
    public Adadelta(Number rate) {
        this(Attributes.of("adadelta").with("rate", rate));
    }

    @Override
    protected Adadelta with(Attributes attributes) {
        return new Adadelta(attributes);
    }

    /** ρ, the share of the means that is kept; 0.9 unless said. */
    public Adadelta rho(Number share) {
        return option("rho", share);
    }

    /** ε, which gives the first steps their size; 10⁻⁶ unless said. */
    public Adadelta epsilon(Number small) {
        return option("epsilon", small);
    }

    @Override
    public List<Moment> moments() {
        return List.of(new Moment("squares"), new Moment("steps"));
    }

    @Override
    protected boolean decaysItself() {
        return false;
    }

    @Override
    protected List<String> step(Group group) {
        double rho = number("rho", 0.9);
        double epsilon = number("epsilon", 1e-6);
        return group.lines(
                "_n1 = torch._foreach_mul_({squares}, " + rho + ")",
                "_n2 = torch._foreach_addcmul_({squares}, {gs}, {gs}, " + (1 - rho) + ")",
                "change = torch._foreach_sqrt(torch._foreach_add({steps}, " + epsilon + "))",
                "_n3 = torch._foreach_div_(change, torch._foreach_sqrt(torch._foreach_add({squares}, " + epsilon
                        + ")))",
                "_n4 = torch._foreach_mul_(change, {gs})",
                "_n5 = torch._foreach_mul_({steps}, " + rho + ")",
                "_n6 = torch._foreach_addcmul_({steps}, change, change, " + (1 - rho) + ")",
                "_n7 = torch._foreach_add_({ps}, change, alpha=torch.neg({lr}))");
    }
}

package percolate.optimizer;

import java.util.List;
import percolate.model.Attributes;

/**
 * Adagrad: s ← s + g², w ← w − η·g / (√s + ε), ε = 10⁻¹⁰, so that weights that moved much move less.
 *
 * @see <a href="https://jmlr.org/papers/v12/duchi11a.html">Duchi, Hazan and Singer 2011</a>
 */
public final class Adagrad extends Descent<Adagrad> {
    private Adagrad(Attributes attributes) {
        super(attributes);
    }

    /** @param rate η */
    public Adagrad(Number rate) {
        this(Attributes.of("adagrad").with("rate", rate));
    }

    @Override
    protected Adagrad with(Attributes attributes) {
        return new Adagrad(attributes);
    }

    @Override
    public List<Moment> moments() {
        return List.of(new Moment("squares"), Moment.number("stepCount", 0));
    }

    @Override
    protected List<String> step(Group group) {
        return group.lines(
                "_t = torch._foreach_add_({stepCount}, 1)",
                "_o = torch._fused_adagrad_({ps}, {gs}, {squares}, {stepCount}, lr={lr}, lr_decay=0.0, weight_decay="
                        + decay() + ", eps=1.0e-10, maximize=False, grad_scale=None, found_inf=None)");
    }
}

package percolate.train;

import java.util.List;
import percolate.model.Attributes;

/**
 * Adam: m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², w ← w − η · m̂ / (√v̂ + ε), where m̂ and v̂ are m / (1−β₁ᵗ) and
 * v / (1−β₂ᵗ); β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2015</a>
 */
public final class Adam extends Descent<Adam> {
    private Adam(Attributes attributes) {
        super(attributes);
    }

    /** @param rate η */
    public Adam(Number rate) {
        this(Attributes.of("adam").with("rate", rate));
    }

    @Override
    protected Adam with(Attributes attributes) {
        return new Adam(attributes);
    }

    @Override
    public List<Moment> moments() {
        return List.of(
                new Moment("firstMoment", false), new Moment("secondMoment", false), new Moment("stepCount", true));
    }

    @Override
    protected List<String> step() {
        return List.of(
                "_t = torch._foreach_add_(stepCount, 1)",
                "_o = torch._fused_adam_(ps, gs, firstMoment, secondMoment, annotate(List[Tensor], []), stepCount, lr=lr, beta1=0.9,"
                        + " beta2=0.999, weight_decay=" + decay()
                        + ", eps=1.0e-08, amsgrad=False, maximize=False, grad_scale=None, found_inf=None)");
    }
}

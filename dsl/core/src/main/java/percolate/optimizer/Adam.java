package percolate.optimizer;

import java.util.List;
import percolate.model.Attributes;

/**
 * Adam: m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², w ← w − η · m̂ / (√v̂ + ε), where m̂ and v̂ are m / (1−β₁ᵗ) and
 * v / (1−β₂ᵗ); β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.
 *
 * <p>AdamW shrinks weights beside this, w ← w − η·λ·w, instead of adding λ·w to the gradient; λ = 0.01 unless said.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2015</a>
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter 2019</a>
 */
public final class Adam extends Moments<Adam> {
    private Adam(Attributes attributes) {
        super(attributes);
    }

    /** @param rate η */
    public Adam(Number rate) {
        this(Attributes.of("adam").with("rate", rate));
    }

    /** With weight decay beside the step. */
    public static Adam decoupled(Number rate) {
        return new Adam(Attributes.of("adamW").with("rate", rate));
    }

    @Override
    protected Adam with(Attributes attributes) {
        return new Adam(attributes);
    }

    @Override
    public List<Moment> moments() {
        return List.of(new Moment("firstMoment"), new Moment("secondMoment"), Moment.number("stepCount", 0));
    }

    @Override
    protected List<String> step(Group group) {
        boolean decoupled = attributes().kind().equals("adamW");
        return group.lines(
                "_t = torch._foreach_add_({stepCount}, 1)",
                "_o = torch._fused_" + (decoupled ? "adamw_" : "adam_")
                        + "({ps}, {gs}, {firstMoment}, {secondMoment}, annotate(List[Tensor], []), {stepCount}, "
                        + written(number("weightDecay", decoupled ? 0.01 : 0)) + ")");
    }
}

package percolate.optimizer;

import java.util.ArrayList;
import java.util.List;
import percolate.model.Attributes;

/**
 * RMSprop: s ← ρs + (1−ρ)g², w ← w − η·g / (√s + ε); ρ = 0.99, ε = 10⁻⁸. Centred, s − ḡ² stands for s, where ḡ is the mean
 * gradient; with momentum, v ← μv + g / (√s + ε) and w ← w − η·v.
 *
 * @see <a href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">Tieleman and Hinton 2012</a>
 * @see <a href="https://arxiv.org/abs/1308.0850">Graves 2013, eq. 38 to 45</a>
 */
public final class Rmsprop extends Descent<Rmsprop> {
    private Rmsprop(Attributes attributes) {
        super(attributes);
        belowOne("rho");
        belowOne("momentum");
        aboveZero("epsilon");
    }

    /** @param rate η */
    public Rmsprop(Number rate) {
        this(Attributes.of("rmsprop").with("rate", rate));
    }

    @Override
    protected Rmsprop with(Attributes attributes) {
        return new Rmsprop(attributes);
    }

    /** ρ, the share of the mean squared gradient that is kept; 0.99 unless said. */
    public Rmsprop rho(Number share) {
        return option("rho", share);
    }

    /** μ, the share of its velocity that a weight keeps; 0 unless said. */
    public Rmsprop momentum(Number share) {
        return option("momentum", share);
    }

    /** Divides by the gradient's standard deviation instead of its root mean square. */
    public Rmsprop centred() {
        return option("centred", true);
    }

    /** ε, added to what is divided by; 10⁻⁸ unless said. */
    public Rmsprop epsilon(Number small) {
        return option("epsilon", small);
    }

    @Override
    public List<Moment> moments() {
        var moments = new ArrayList<>(List.of(new Moment("squares")));
        if (isCentred()) {
            moments.add(new Moment("means"));
        }
        if (momentum() != 0) {
            moments.add(new Moment("velocity"));
        }
        return moments;
    }

    @Override
    protected boolean decaysItself() {
        return false;
    }

    @Override
    protected List<String> step(Group group) {
        double rho = number("rho", 0.99);
        var lines = new ArrayList<>(List.of(
                "_n1 = torch._foreach_mul_({squares}, " + rho + ")",
                "_n2 = torch._foreach_addcmul_({squares}, {gs}, {gs}, " + (1 - rho) + ")"));
        if (isCentred()) {
            lines.add("_n3 = torch._foreach_lerp_({means}, {gs}, " + (1 - rho) + ")");
            lines.add("spread = torch._foreach_addcmul({squares}, {means}, {means}, -1)");
            lines.add("_n4 = torch._foreach_sqrt_(spread)");
        } else {
            lines.add("spread = torch._foreach_sqrt({squares})");
        }
        lines.add("_n5 = torch._foreach_add_(spread, " + number("epsilon", 1e-8) + ")");
        if (momentum() == 0) {
            lines.add("_n6 = torch._foreach_addcdiv_({ps}, {gs}, spread, torch.neg({lr}))");
        } else {
            lines.add("_n6 = torch._foreach_mul_({velocity}, " + momentum() + ")");
            lines.add("_n7 = torch._foreach_addcdiv_({velocity}, {gs}, spread)");
            lines.add("_n8 = torch._foreach_add_({ps}, {velocity}, alpha=torch.neg({lr}))");
        }
        return group.lines(lines.toArray(String[]::new));
    }

    private boolean isCentred() {
        return attributes().flag("centred", false);
    }

    private double momentum() {
        return number("momentum", 0);
    }
}

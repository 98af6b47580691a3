package percolate.optimizer;

import java.util.List;
import percolate.model.Attributes;

/** Stochastic gradient descent, w ← w − η·g; with momentum v ← μ·v + g and w ← w − η·v. */
public final class Sgd extends Descent<Sgd> {
    private Sgd(Attributes attributes) {
        super(attributes);
        belowOne("momentum");
    }

    /** @param rate η */
    public Sgd(Number rate) {
        this(Attributes.of("sgd").with("rate", rate));
    }

    @Override
    protected Sgd with(Attributes attributes) {
        return new Sgd(attributes);
    }

    /** μ, the share of its velocity that a weight keeps. */
    public Sgd momentum(Number share) {
        return option("momentum", share);
    }

    /** Looks ahead along the momentum: w ← w − η·(g + μ·v) (Nesterov 1983, as in Sutskever et al. 2013); wants one. */
    public Sgd nesterov() {
        return option("nesterov", true);
    }

    @Override
    public List<Moment> moments() {
        return momentum() == 0 ? List.of() : List.of(new Moment("velocity"));
    }

    @Override
    protected List<String> step(Group group) {
        boolean nesterov = attributes().flag("nesterov", false);
        if (nesterov && momentum() == 0) {
            throw new IllegalArgumentException(
                    "sgd.nesterov: it looks ahead along the momentum, and there is none; add momentum(0.9)");
        }
        return group.lines("_o = torch._fused_sgd_({ps}, {gs}, "
                + (momentum() == 0 ? "annotate(List[Tensor], [])" : "{velocity}") + ", weight_decay=" + decay()
                + ", momentum=" + momentum() + ", lr={lr}, dampening=0.0, nesterov=" + (nesterov ? "True" : "False")
                + ", maximize=False, is_first_step=False, grad_scale=None, found_inf=None)");
    }

    private double momentum() {
        return number("momentum", 0);
    }
}

package percolate.optimizer;

import java.util.List;
import percolate.model.Attributes;

/**
 * Adam that looks ahead along its momentum: with μₜ = β₁·(1 − ½·0.96^(0.004·t)) and P the product of all μ so far,
 * w ← w − η·((1−μₜ)·g / (1−P) + μₜ₊₁·m / (1−P·μₜ₊₁)) / (√v̂ + ε); m, v and v̂ as in Adam.
 *
 * @see <a href="https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ">Dozat 2016</a>
 */
public final class Nadam extends Moments<Nadam> {
    private Nadam(Attributes attributes) {
        super(attributes);
    }

    /** @param rate η */
    public Nadam(Number rate) {
        this(Attributes.of("nadam").with("rate", rate));
    }

    @Override
    protected Nadam with(Attributes attributes) {
        return new Nadam(attributes);
    }

    @Override
    public List<Moment> moments() {
        return List.of(
                new Moment("firstMoment"),
                new Moment("secondMoment"),
                Moment.number("stepCount", 0),
                Moment.number("product", 1));
    }

    @Override
    protected boolean decaysItself() {
        return false;
    }

    @Override
    protected List<String> step(Group group) {
        return group.lines(
                "_n1 = torch._foreach_add_({stepCount}, 1)",
                "time = float({stepCount}[0])",
                "mu = " + mu("time"),
                "ahead = " + mu("torch.add(time, 1.)"),
                "_n2 = torch._foreach_mul_({product}, mu)",
                "done = float({product}[0])",
                "_n3 = torch._foreach_lerp_({firstMoment}, {gs}, " + (1 - beta1()) + ")",
                "_n4 = torch._foreach_mul_({secondMoment}, " + beta2() + ")",
                "_n5 = torch._foreach_addcmul_({secondMoment}, {gs}, {gs}, " + (1 - beta2()) + ")",
                "spread = torch._foreach_sqrt(torch._foreach_div({secondMoment}, torch.sub(1., torch.pow(" + beta2()
                        + ", time))))",
                "_n6 = torch._foreach_add_(spread, " + epsilon() + ")",
                "now = torch.div(torch.mul({lr}, torch.sub(mu, 1.)), torch.sub(1., done))",
                "_n7 = torch._foreach_addcdiv_({ps}, {gs}, spread, now)",
                "next = torch.div(torch.mul(torch.neg({lr}), ahead), torch.sub(1., torch.mul(done, ahead)))",
                "_n8 = torch._foreach_addcdiv_({ps}, {firstMoment}, spread, next)");
    }

    private String mu(String time) {
        return "torch.mul(" + beta1() + ", torch.sub(1., torch.mul(0.5, torch.pow(0.96, torch.mul(" + time
                + ", 0.004)))))";
    }
}

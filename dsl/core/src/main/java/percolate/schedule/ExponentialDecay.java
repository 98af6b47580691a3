package percolate.schedule;

import java.util.List;
import percolate.model.Attributes;

/** f = γ^epoch: after every epoch the rate is multiplied by γ. Torch: {@code ExponentialLR}. */
public final class ExponentialDecay extends Warming<ExponentialDecay> {
    private ExponentialDecay(Attributes attributes) {
        super(attributes);
        share("factor", 1);
    }

    /** @param factor γ, above 0 and up to 1 */
    public ExponentialDecay(Number factor) {
        this(Attributes.of("exponentialDecay").with("factor", factor));
    }

    @Override
    protected ExponentialDecay with(Attributes attributes) {
        return new ExponentialDecay(attributes);
    }

    @Override
    protected double at(Position position, Position behind) {
        return Math.pow(share("factor", 1), (double) position.epoch());
    }

    @Override
    protected List<String> given() {
        return List.of("factor");
    }
}

package percolate.schedule;

import java.util.List;
import percolate.model.Attributes;

/** f = γ^⌊epoch/n⌋: after every n epochs the rate is multiplied by γ. Torch: {@code StepLR}. */
public final class StepDecay extends Warming<StepDecay> {
    private StepDecay(Attributes attributes) {
        super(attributes);
        attributes.positive("every");
        share("factor", 1);
    }

    /**
     * @param every n, in epochs
     * @param factor γ, above 0 and up to 1
     */
    public StepDecay(int every, Number factor) {
        this(Attributes.of("stepDecay").with("every", every).with("factor", factor));
    }

    @Override
    protected StepDecay with(Attributes attributes) {
        return new StepDecay(attributes);
    }

    @Override
    protected double at(Position position, Position behind) {
        long times = position.epoch() / attributes().integer("every");
        return Math.pow(share("factor", 1), (double) times);
    }

    @Override
    protected List<String> given() {
        return List.of("every", "factor");
    }
}

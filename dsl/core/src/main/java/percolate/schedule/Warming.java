package percolate.schedule;

import java.util.List;
import percolate.Schedule;
import percolate.model.Attributes;

/**
 * What can begin with small rates.
 *
 * @param <S> the schedule's own type, which its options return
 */
public abstract class Warming<S extends Warming<S>> extends Schedule {
    protected Warming(Attributes attributes) {
        super(attributes);
        attributes.positive("warmUp", 1);
    }

    protected abstract S with(Attributes attributes);

    protected final S option(String name, Object value) {
        return with(attributes().with(name, value));
    }

    /**
     * Raises the rate in a straight line over the first steps: step t of n takes t/n of it. What runs over the whole training
     * begins behind them; what counts epochs counts these too.
     *
     * @param steps n
     * @see <a href="https://arxiv.org/abs/1706.02677">Goyal et al. 2017, section 2.2</a>
     */
    public S warmUp(int steps) {
        return option("warmUp", steps);
    }

    @Override
    public final double factor(Position position) {
        int warmUp = attributes().integer("warmUp", 0);
        double risen = position.step() < warmUp ? (position.step() + 1.0) / warmUp : 1;
        return risen * at(position, position.after(warmUp));
    }

    /**
     * The factor of a step apart from the warm-up.
     *
     * @param behind the step's position in what comes behind the warm-up
     */
    protected abstract double at(Position position, Position behind);

    @Override
    public void check(long steps, List<String> names) {
        int warmUp = attributes().integer("warmUp", 0);
        if (warmUp >= steps) {
            throw new IllegalArgumentException("schedule: expected fewer steps of warmUp than the training has, "
                    + steps + ", got warmUp(" + warmUp + "); take fewer, or more epochs");
        }
    }

    /** A number above 0, and up to 1 where it shrinks something. */
    protected final double share(String option, double otherwise) {
        double value = attributes().has(option) ? attributes().number(option) : otherwise;
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(attributes().kind() + ": expected " + option
                    + " above 0 and up to 1, got " + attributes().values().get(option)
                    + "; it is what the rate is multiplied by");
        }
        return value;
    }
}

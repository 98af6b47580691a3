package percolate.schedule;

import java.util.List;
import percolate.Schedule;
import percolate.model.Attributes;

/**
 * Rises from 1/25 of the rate to the whole of it over the first part of the training, and falls to a 10,000th of where it
 * began, each along half a cosine; in every step. The optimizer's rate is the largest, and its momentum stays.
 * Torch: {@code OneCycleLR} with {@code cycle_momentum=False}.
 *
 * @see <a href="https://arxiv.org/abs/1708.07120">Smith and Topin 2019</a>
 */
public final class OneCycle extends Schedule {
    private static final double FIRST = 1 / 25.0;
    private static final double LAST = FIRST / 1e4;
    private static final double RISE = 0.3;

    private OneCycle(Attributes attributes) {
        super(attributes);
        if (!(rise() > 0 && rise() < 1)) {
            throw new IllegalArgumentException(
                    "oneCycle.rise: expected a part of the training between 0 and 1, got " + rise() + "; 0.3 is usual");
        }
    }

    public OneCycle() {
        this(Attributes.of("oneCycle"));
    }

    /** The part of the training in which the rate rises; 0.3 unless said. */
    public OneCycle rise(Number part) {
        return new OneCycle(attributes().with("rise", part));
    }

    private double rise() {
        return attributes().has("rise") ? attributes().number("rise") : RISE;
    }

    @Override
    public double factor(Position position) {
        double top = rise() * position.steps() - 1;
        double last = position.steps() - 1;
        return position.step() <= top
                ? between(FIRST, 1, position.step() / Math.max(1, top))
                : between(1, LAST, (position.step() - top) / (last - top));
    }

    private static double between(double from, double to, double share) {
        return to + (from - to) / 2 * (1 + Math.cos(Math.PI * share));
    }

    @Override
    public void check(long steps, List<String> names) {
        if (rise() * steps < 1) {
            throw new IllegalArgumentException(
                    "schedule: oneCycle() has to rise for one step or more, got a training of " + steps
                            + "; train for more epochs");
        }
    }
}

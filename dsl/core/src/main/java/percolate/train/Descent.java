package percolate.train;

import java.util.ArrayList;
import java.util.List;
import percolate.Optimizer;
import percolate.model.Attributes;

/**
 * What every optimizer can be given.
 *
 * @param <S> the optimizer's own type, which its options return
 */
public abstract class Descent<S extends Descent<S>> extends Optimizer {
    protected Descent(Attributes attributes) {
        super(attributes);
        atLeastZero("weightDecay");
        atLeastZero("clipNorm");
    }

    protected abstract S with(Attributes attributes);

    protected final S option(String name, Object value) {
        return with(attributes().with(name, value));
    }

    /** Adds λ·w to each gradient, which pulls weights towards 0. */
    public S weightDecay(Number lambda) {
        return option("weightDecay", lambda);
    }

    /** Shrinks all gradients together so that their common norm √Σg² is at most {@code bound}. */
    public S clipNorm(Number bound) {
        if (!(bound.doubleValue() > 0) || Double.isInfinite(bound.doubleValue())) {
            throw new IllegalArgumentException(
                    attributes().kind() + ".clipNorm: expected a finite bound above 0, got " + bound);
        }
        return option("clipNorm", bound);
    }

    @Override
    public final List<String> write() {
        var lines = new ArrayList<String>();
        if (attributes().has("clipNorm")) {
            lines.addAll(Clipping.byNorm(attributes().number("clipNorm")));
        }
        lines.addAll(step());
        return lines;
    }

    /** The native statements that change the weights. */
    protected abstract List<String> step();

    protected final double decay() {
        return attributes().has("weightDecay") ? attributes().number("weightDecay") : 0;
    }

    protected final void atLeastZero(String option) {
        if (attributes().has(option)
                && (!(attributes().number(option) >= 0)
                        || Double.isInfinite(attributes().number(option)))) {
            throw new IllegalArgumentException(attributes().kind() + "." + option + ": expected 0 or more, got "
                    + attributes().number(option));
        }
    }

    protected final void belowOne(String option) {
        atLeastZero(option);
        if (attributes().has(option) && !(attributes().number(option) < 1)) {
            throw new IllegalArgumentException(attributes().kind() + "." + option + ": expected less than 1, got "
                    + attributes().number(option));
        }
    }
}

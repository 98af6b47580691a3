package percolate;

import java.util.List;
import percolate.model.Attributes;

/**
 * How weights follow their gradients, as a description: immutable, equal by value. The moments it needs belong to the
 * training.
 */
public abstract class Optimizer {
    private final Attributes attributes;

    protected Optimizer(Attributes attributes) {
        this.attributes = attributes;
        if (!(rate() > 0) || Double.isInfinite(rate())) {
            throw new IllegalArgumentException(attributes.kind() + ": expected a learning rate above 0, got " + rate());
        }
    }

    /** What was said of this optimizer. */
    @Internal
    public final Attributes attributes() {
        return attributes;
    }

    /** The learning rate η. */
    public final double rate() {
        return attributes.number("rate");
    }

    /** The tensors kept per weight, by name. */
    @Internal
    public abstract List<Moment> moments();

    /**
     * Writes the native statements of one step. In scope: the lists of weights {@code ps}, of gradients {@code gs} and of
     * each moment under its name, and the rate {@code lr}.
     *
     * @throws IllegalArgumentException if an option lacks another one
     */
    @Internal
    public abstract List<String> write();

    /**
     * A tensor kept per weight; it starts as zeros.
     *
     * @param scalar whether it is one number, such as a count of steps, or shaped like the weight
     */
    public record Moment(String name, boolean scalar) {}

    @Override
    public final boolean equals(Object other) {
        return other instanceof Optimizer optimizer && attributes.equals(optimizer.attributes);
    }

    @Override
    public final int hashCode() {
        return attributes.hashCode();
    }

    /** As it was written, for example {@code adam(0.001).clipNorm(1)}. */
    @Override
    public final String toString() {
        var text = new StringBuilder(attributes.kind())
                .append('(')
                .append(number("rate"))
                .append(')');
        attributes.values().forEach((option, value) -> {
            if (!option.equals("rate")) {
                text.append('.')
                        .append(option)
                        .append('(')
                        .append(value == Boolean.TRUE ? "" : number(option))
                        .append(')');
            }
        });
        return text.toString();
    }

    private String number(String option) {
        var value = attributes.values().get(option);
        return value instanceof Long whole ? Long.toString(whole) : String.valueOf(value);
    }
}

package percolate;

import java.util.Arrays;
import java.util.List;
import percolate.engine.Array;
import percolate.model.Attributes;
import percolate.model.Units;
import percolate.optimizer.Rates;

/**
 * How weights follow their gradients, as a description: immutable, equal by value. The moments it needs belong to the
 * training.
 */
public abstract class Optimizer {
    private final Attributes attributes;

    protected Optimizer(Attributes attributes) {
        this.attributes = attributes;
        if (!(rate() > 0) || Double.isInfinite(rate())) {
            throw new IllegalArgumentException(attributes.kind() + ": expected a learning rate above 0, got " + rate()
                    + "; begin with 0.001 for adam, 0.1 for sgd");
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

    /**
     * Binds this to weights, for loops by hand: {@code adam(1e-3).on(net)}, {@code sgd(0.1).on(w, b)}. Each binding has
     * moments of its own, which begin anew.
     *
     * @throws IllegalArgumentException if there are no weights, or an option speaks of one that is not there
     */
    public final Stepper on(Parameters... weights) {
        return new Stepper(this, weights);
    }

    /** The tensors kept per weight, by name. */
    @Internal
    public abstract List<Moment> moments();

    /**
     * Writes the native statements of one step. In scope: the lists of weights {@code ps}, of gradients {@code gs} and of
     * each moment under its name, and the rate {@code lr}.
     *
     * @param weights what is to be known of each, in the order of the lists
     * @throws IllegalArgumentException if an option lacks another one, or speaks of a weight that is not there
     */
    @Internal
    public abstract List<String> write(List<Parameter> weights);

    /**
     * A weight as an optimizer sees it.
     *
     * @param name the model's key, for example {@code dense1.weight}
     * @param units where its units are, whose incoming weights {@code maxNorm} bounds
     * @param l1 λ of its layer's penalty λ·Σ|w|
     * @param l2 λ of its layer's penalty λ·Σw²
     * @param maxNorm its layer's bound, 0 for none
     * @param rate its layer's part of the learning rate
     */
    public record Parameter(String name, Units units, double l1, double l2, double maxNorm, double rate) {}

    /**
     * A tensor kept per weight.
     *
     * @param scalar whether it is one number, such as a count of steps, or shaped like the weight
     * @param first what it holds in the beginning
     */
    public record Moment(String name, boolean scalar, double first) {
        /** Shaped like the weight, zeros in the beginning. */
        public Moment(String name) {
            this(name, false, 0);
        }

        /** One number. */
        public static Moment number(String name, double first) {
            return new Moment(name, true, first);
        }

        /** Its first value for a weight, beside that and laid out in memory alike. */
        public Array begin(Array weight) {
            var shape = scalar ? Shape.of() : weight.shape();
            var values = new float[shape.length()];
            Arrays.fill(values, (float) first);
            var begun = Array.of(values, shape).to(weight.device());
            return scalar ? begun : begun.to(weight.dtype()).laidLike(weight);
        }
    }

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
                .append(value("rate"))
                .append(')');
        attributes.values().keySet().stream()
                .filter(option -> !option.equals("rate"))
                .forEach(option -> text.append(
                        option.equals(Rates.OPTION)
                                ? Rates.written(attributes)
                                : "." + option + "(" + value(option) + ")"));
        return text.toString();
    }

    private String value(String option) {
        var value = attributes.values().get(option);
        return value == Boolean.TRUE ? "" : String.valueOf(value);
    }
}

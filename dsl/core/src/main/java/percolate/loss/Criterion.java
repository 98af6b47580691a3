package percolate.loss;

import java.util.List;
import java.util.Locale;
import percolate.Loss;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.program.Scoring;

/**
 * What every loss of the DSL can be given: a name, an output to judge, and how the losses of a batch become one.
 *
 * @param <S> the loss's own type, which its options return
 */
public abstract class Criterion<S extends Criterion<S>> implements Loss {
    private final Attributes attributes;

    protected Criterion(Attributes attributes) {
        this.attributes = attributes;
    }

    /** The same loss with other attributes. */
    protected abstract S with(Attributes attributes);

    /** What is written within the parentheses, by name. */
    protected List<String> arguments() {
        return List.of();
    }

    protected final Attributes attributes() {
        return attributes;
    }

    protected final S option(String option, Object value) {
        return with(attributes.with(option, value));
    }

    /** The mean over all elements, as unless said otherwise. */
    public S mean() {
        return with(attributes.without("reduction"));
    }

    /** The sum over all elements; an epoch's loss is then the sum over all its examples. */
    public S sum() {
        return option("reduction", "sum");
    }

    /** One number for each, not for training. */
    public S none() {
        return option("reduction", "none");
    }

    @Override
    public S named(String name) {
        return option("named", name);
    }

    @Override
    public S at(String output) {
        return option("at", output);
    }

    @Override
    public final boolean isOwn() {
        return false;
    }

    @Override
    public boolean hasEach() {
        return true;
    }

    @Override
    public String writeEach(Scoring scoring) {
        return none().write(scoring);
    }

    @Override
    public Tensor of(Tensor prediction, Tensor target) {
        return written(prediction, target);
    }

    @Override
    public final Reduction reduction() {
        return Reduction.valueOf(attributes.text("reduction", "mean").toUpperCase(Locale.ROOT));
    }

    @Override
    public final String name() {
        return attributes.text("named", attributes.kind());
    }

    @Override
    public final String output() {
        return attributes.text("at", "");
    }

    /** Whether the outputs are probabilities already, given what this was told. */
    final boolean areProbabilities(Scoring scoring, boolean told) {
        return switch (scoring.reading()) {
            case PLAIN -> told;
            case LOGITS -> false;
            case PROBABILITIES -> true;
        };
    }

    final double above(String option, double bound) {
        double value = attributes.number(option);
        if (!(value > bound) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(attributes.kind() + ": expected a " + option + " above " + (long) bound
                    + ", got " + value + "; write " + attributes.kind() + "(" + (long) (bound + 1) + ") for example");
        }
        return value;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Criterion<?> loss && attributes.equals(loss.attributes);
    }

    @Override
    public final int hashCode() {
        return attributes.hashCode();
    }

    /** As it was written, for example {@code huber(2).sum()}. */
    @Override
    public final String toString() {
        return Written.of(attributes, arguments());
    }
}

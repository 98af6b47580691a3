package percolate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.model.Attributes;
import percolate.schedule.Position;

/**
 * How the learning rate changes while a model is trained: the rate of step t is η·f(t), with the optimizer's rate η and a
 * factor f, as a description: immutable, equal by value. Weights with a rate of their own keep their proportion to η.
 *
 * <p>stepDecay, exponentialDecay and reduceOnPlateau change the rate between two epochs, the others in every step.
 */
public abstract class Schedule {
    private final Attributes attributes;

    protected Schedule(Attributes attributes) {
        this.attributes = attributes;
    }

    /** What was said of this schedule. */
    @Internal
    public final Attributes attributes() {
        return attributes;
    }

    /** f, by which the optimizer's rate is multiplied in a step. */
    public abstract double factor(Position position);

    /** Whether all factors are 1. */
    @Internal
    public boolean isConstant() {
        return false;
    }

    /** Whether it looks at what the epochs brought. */
    @Internal
    public boolean looksBack() {
        return false;
    }

    /** @throws IllegalArgumentException if so many steps are too few, or a value it looks at is none of these names */
    @Internal
    public void check(long steps, List<String> names) {}

    /**
     * The learning rates of all steps, one after the other, to look at or to draw; a schedule that looks back finds no
     * epochs and so changes nothing.
     *
     * @param rate the optimizer's
     */
    public final double[] rates(Number rate, int epochs, int stepsPerEpoch) {
        int steps = Math.multiplyExact(epochs, stepsPerEpoch);
        check(steps, List.of());
        return IntStream.range(0, steps)
                .mapToDouble(step -> rate.doubleValue() * factor(new Position(step, stepsPerEpoch, steps, List.of())))
                .toArray();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Schedule schedule && attributes.equals(schedule.attributes);
    }

    @Override
    public final int hashCode() {
        return attributes.hashCode();
    }

    /** As it was written, for example {@code cosine().warmUp(400)}. */
    @Override
    public final String toString() {
        var options = attributes.values().entrySet().stream()
                .filter(option -> !given().contains(option.getKey()))
                .map(option -> "." + option.getKey() + "(" + text(option.getValue()) + ")")
                .collect(Collectors.joining());
        var arguments = given().stream()
                .map(name -> text(attributes.values().get(name)))
                .collect(Collectors.joining(", "));
        return attributes.kind() + "(" + arguments + ")" + options;
    }

    private static String text(Object value) {
        if (value instanceof List<?> several) {
            return several.stream().map(Schedule::text).collect(Collectors.joining(", "));
        }
        return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }

    /** The options that stand in the parentheses behind its name. */
    protected List<String> given() {
        return List.of();
    }
}

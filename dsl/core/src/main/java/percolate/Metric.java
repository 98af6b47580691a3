package percolate;

import percolate.metric.Placed;
import percolate.program.Counts;
import percolate.program.Scoring;
import percolate.train.Score;

/**
 * A number that says how well outputs meet targets. Its value for an epoch is its value for all examples together, however
 * they were cut into batches.
 */
public interface Metric {
    /** The name in tables and panels, for example {@code accuracy}. */
    String name();

    /**
     * The targets in the form in which this compares them with such outputs.
     *
     * @param output the shape of one example's output
     * @param targets for all examples, [examples, …]
     * @throws IllegalArgumentException if they cannot be compared; the message says why and what to do
     */
    Tensor prepare(Shape output, Tensor targets);

    /**
     * Writes what this counts in a batch: {@code o} holds the outputs, {@code y} the prepared targets.
     *
     * @see #value
     */
    @Internal
    Counts counts(Scoring scoring);

    /** The value that the counts of all batches give together. */
    @Internal
    default double value(double[] gathered) {
        return gathered[0];
    }

    /** That value as a tensor, a scalar unless said otherwise. */
    @Internal
    default Tensor result(double[] gathered) {
        return Percolate.tensor(value(gathered));
    }

    /** Whether this is computed in Java, by {@link #of}, and not written into programs. */
    @Internal
    default boolean isOwn() {
        return false;
    }

    /** Whether operands of a final softmax or sigmoid serve as well as the probabilities these give. */
    @Internal
    default boolean readsLogits() {
        return false;
    }

    /** The same, leaving out what has this label, which only fills sequences up; itself where that says nothing to it. */
    @Internal
    default Metric leavingOut(int label) {
        return this;
    }

    /** The name of the output it looks at, or nothing: see {@link #at}. */
    default String output() {
        return "";
    }

    /** Of one output of several, by the output's name: {@code .metrics(accuracy().at("kind"))}. */
    default Metric at(String output) {
        return new Placed(this, output);
    }

    /**
     * The value for these predictions.
     *
     * @param prediction [batch, …]
     * @param target [batch, …]
     */
    default Tensor of(Tensor prediction, Tensor target) {
        return Score.of(this, prediction, target);
    }
}

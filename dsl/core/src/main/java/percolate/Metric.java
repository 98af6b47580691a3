package percolate;

import percolate.program.Scoring;

/** A number that says how well outputs meet targets. */
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
     * Writes the native expression for the mean over a batch: {@code o} holds the outputs (before a final softmax),
     * {@code y} the prepared targets.
     */
    String write(Scoring scoring);
}

package percolate.train;

import java.util.List;
import java.util.Map;
import percolate.engine.Array;

/** Training steps, any number of them in one call, always the same ones. */
interface Steps extends AutoCloseable {
    /** Which examples each of them sees. */
    Order order();

    /** Bytes of the examples of one step. */
    long bytes();

    /** How many there are, and their learning rates. */
    Pace pace();

    /** What they change beside the model's weights, by name: the arrays themselves. */
    Map<String, List<Array>> state();

    /** The weights of all that is trained, and what stands beside them: the arrays themselves. */
    List<Array> weights();

    /** An empty tally for the numbers of these steps. */
    Tally tally();

    /** Does steps {@code from} … {@code from + count − 1}, or fewer where one fails. */
    Done run(long from, int count);

    /**
     * Finds out what was not finite in a step that failed.
     *
     * @return where it was, and what helps
     */
    String failure(long step);

    /** Ends what reads examples ahead. */
    @Override
    default void close() {}

    /**
     * What some steps gave.
     *
     * @param scores per step, what the loss and the metrics count in it
     * @param failed whether the last one's loss or gradients are not finite; it changed nothing
     */
    record Done(List<double[]> scores, boolean failed) {
        /** How many steps changed the weights. */
        int count() {
            return scores.size() - (failed ? 1 : 0);
        }
    }
}

package percolate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.Table;

/** One training: what was asked for, how it went, and the model it trained. May be read from any thread meanwhile. */
public interface Run {
    /** How a training stands or ended. */
    enum State {
        RUNNING,
        FINISHED,
        /** Stopped by the user after a whole step; weights and history are kept. */
        INTERRUPTED,
        FAILED
    }

    /** One record per finished epoch. */
    List<Epoch> history();

    /** Where the training stands, or stood when it ended; empty before the first step. */
    Optional<Progress> progress();

    State state();

    /** How many epochs were asked for. */
    int epochs();

    /** Names of the training metrics, for example {@code [accuracy]}. */
    List<String> metrics();

    /** Whether there is a validation part. */
    boolean hasValidation();

    /** The last epoch's training loss. */
    double loss();

    /** The last epoch's value by name: {@code loss}, {@code val_loss}, {@code accuracy}, {@code val_accuracy}, … */
    double get(String name);

    /** A value over all epochs by name; see {@link #get}. */
    double[] series(String name);

    /** The history as a table: epoch, loss, val_loss, metrics, learning_rate, seconds. */
    Table table();

    /** What the numbers depend on: seed, hash of the data, versions, threads, batch size, optimizer, loss. */
    Map<String, String> provenance();

    /** What {@code fit} chose by itself, in words; empty when everything was said. */
    String choices();

    Model model();

    /**
     * Ends the training after the step, or in a callback the epoch, that runs now; it counts as finished.
     *
     * @throws IllegalStateException if this record is of no training that can be stopped
     */
    default void stop() {
        throw new IllegalStateException(
                "run.stop: expected a training, got a record of one; stop it where it is trained");
    }
}

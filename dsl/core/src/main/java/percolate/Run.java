package percolate;

import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
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

    /**
     * Asks the training to end after the steps it is in, as an interrupt does: the model keeps its weights, the run its
     * history, and the state becomes {@link State#INTERRUPTED}; said in a callback, after the epoch, and the training counts as finished. May be called from any thread, again and again, and once
     * the training has ended, when it changes nothing.
     */
    void stop();

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

    /** What {@link Training#watch} has kept, epoch after epoch; empty where nothing was asked for. */
    default List<Watched> watched() {
        return List.of();
    }

    /**
     * One kind of it as a table: epoch, name, norm, mean, deviation, least, most.
     *
     * @param what {@code gradients}, {@code weights} or {@code activations}
     * @throws IllegalArgumentException if that was not watched
     */
    default Table watched(String what) {
        var kept = watched().stream().filter(w -> w.what().equals(what)).toList();
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("run.watched: expected what was watched, got \"" + what
                    + "\", of which nothing is kept; train with watch(\"gradients\", \"weights\", \"activations\")");
        }
        return Table.create(what)
                .addColumns(
                        IntColumn.create(
                                "epoch", kept.stream().mapToInt(Watched::epoch).toArray()),
                        StringColumn.create(
                                "name", kept.stream().map(Watched::name).toArray(String[]::new)),
                        DoubleColumn.create(
                                "norm", kept.stream().mapToDouble(Watched::norm).toArray()),
                        DoubleColumn.create(
                                "mean", kept.stream().mapToDouble(Watched::mean).toArray()),
                        DoubleColumn.create(
                                "deviation",
                                kept.stream().mapToDouble(Watched::deviation).toArray()),
                        DoubleColumn.create(
                                "least",
                                kept.stream().mapToDouble(Watched::least).toArray()),
                        DoubleColumn.create(
                                "most", kept.stream().mapToDouble(Watched::most).toArray()));
    }

    /** What the numbers depend on: seed, hash of the data, options in words, versions, threads, device, machine. */
    Provenance provenance();

    /**
     * Trains again from the weights this training began with, and compares every number; the model keeps the weights it has.
     *
     * @throws IllegalStateException if this training did not come to its end
     */
    Reproduction reproduce();

    /**
     * Looks for what may be wrong with this training, its model or its data; the model keeps the weights it has.
     *
     * @throws IllegalStateException while this training runs
     */
    Diagnosis diagnose();

    /** What {@code fit} chose by itself, in words; empty when everything was said. */
    String choices();

    Model model();
}

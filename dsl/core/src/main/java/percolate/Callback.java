package percolate;

/**
 * What is to happen after every epoch of a training: {@code callbacks(e -> …)}, one of the DSL's own such as
 * {@code earlyStopping(3)}, or a class of yours. Called on the training thread, with the weights as the epoch left them; one
 * that throws ends the training.
 */
@FunctionalInterface
public interface Callback {
    /** After an epoch and its validation; {@link Epoch#stop} ends the training. */
    void epoch(Epoch epoch);

    /** Before the first step. */
    default void started(Run run) {}

    /** After the last step, whether the training finished or was interrupted. */
    default void ended(Run run) {}
}

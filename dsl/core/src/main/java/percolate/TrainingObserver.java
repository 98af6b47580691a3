package percolate;

/**
 * Watches trainings, for example to draw them while they run. Called on the training thread: return quickly. One that
 * throws is left out for the rest of that training.
 */
public interface TrainingObserver {
    /** Before the first step. */
    void started(Run run);

    /** Some twenty times a second at most, between two steps. */
    void progressed(Run run);

    /** After the last step, whether the training finished, was interrupted, or failed. */
    void ended(Run run);

    /** Before the first training of a sweep, after each, and after the last; on the thread that waits for the sweep. */
    default void swept(Sweep sweep) {}
}

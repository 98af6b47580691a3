package percolate;

/**
 * A small world to learn actions in. It changes: {@link #reset} begins an episode, {@link #step} goes on in it.
 *
 * <pre>{@code
 * var world = cartPole(42);
 * var state = world.reset();
 * while (!world.isOver()) { state = world.step(choice(policy.predict(state.unsqueeze(0)).softmax(-1)).toInt()).state(); }
 * }</pre>
 */
public interface Environment {
    /**
     * What an action brought.
     *
     * @param state where it led, float32
     * @param reward what it is worth
     * @param isOver whether the episode has ended
     */
    record Step(Tensor state, float reward, boolean isOver) {}

    /** Begins an episode and tells its first state; what is drawn goes on in the world's own stream. */
    Tensor reset();

    /**
     * Does something.
     *
     * @param action from 0 to before {@link #actions}
     * @throws IllegalArgumentException if there is no such action
     * @throws IllegalStateException if the episode is over
     */
    Step step(int action);

    /** The state now, float32 [numbers]. */
    Tensor state();

    /** Whether the episode has ended. */
    boolean isOver();

    /** How many actions there are. */
    int actions();

    /** How many numbers a state has. */
    int stateSize();
}

package percolate.data.generated;

/** What may be done in a world. */
public final class Moves {
    private Moves() {}

    public static void check(String who, int action, int actions, boolean isOver) {
        if (action < 0 || action >= actions) {
            throw new IllegalArgumentException(
                    who + ".step: expected an action from 0 to " + (actions - 1) + ", got " + action);
        }
        if (isOver) {
            throw new IllegalStateException(who + ".step: the episode is over; begin another one with reset()");
        }
    }
}

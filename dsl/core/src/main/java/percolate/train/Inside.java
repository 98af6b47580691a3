package percolate.train;

import java.util.List;
import percolate.Callback;
import percolate.Epoch;

/** A callback of the DSL's own, which sees the training from within. */
interface Inside extends Callback {
    /** Called as the DSL does, with {@link #epoch(Epoch, Standing)}; by itself it does nothing. */
    @Override
    default void epoch(Epoch epoch) {}

    /** Before the first step; where a training is resumed, its history is there already. */
    default void began(Standing standing) {}

    /** Steps of a chunk end where their number is a multiple of this; 0 for anywhere. */
    default int every() {
        return 0;
    }

    /** Between two chunks of steps. */
    default void stepped(Standing standing) {}

    /** After an epoch. */
    void epoch(Epoch epoch, Standing standing);

    /** After the last step. */
    default void ended(Standing standing) {}

    /** @throws IllegalArgumentException if it looks at a value that is none of these names */
    void check(List<String> names);
}

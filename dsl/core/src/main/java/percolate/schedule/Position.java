package percolate.schedule;

import java.util.List;
import percolate.Epoch;

/**
 * Where a step stands in its training.
 *
 * @param step its number, from 0
 * @param perEpoch steps of an epoch
 * @param steps of the whole training
 * @param history what the finished epochs brought
 */
public record Position(long step, int perEpoch, long steps, List<Epoch> history) {
    /** Finished epochs. */
    long epoch() {
        return step / perEpoch;
    }

    /** Finished epochs, and the share of this one. */
    double epochs() {
        return (double) step / perEpoch;
    }

    /** The part of the training that is done. */
    double share() {
        return Math.min(1, (double) step / steps);
    }

    /** The same without the first steps. */
    Position after(int first) {
        return new Position(Math.max(0, step - first), perEpoch, Math.max(1, steps - first), history);
    }
}

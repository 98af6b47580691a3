package percolate;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a training stands right now, between two epochs.
 *
 * @param epoch the epoch being trained, from 1
 * @param epochs how many there will be
 * @param step steps done in this epoch
 * @param steps how many steps this epoch has
 * @param loss mean training loss over this epoch so far
 * @param metrics training metrics over this epoch so far, by name
 * @param elapsed since training started
 * @param remaining estimated from the pace so far
 */
public record Progress(
        int epoch,
        int epochs,
        int step,
        int steps,
        double loss,
        Map<String, Double> metrics,
        Duration elapsed,
        Duration remaining) {
    public Progress {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** The position on the axis of epochs: 2.5 in the middle of the third. */
    public double position() {
        return epoch - 1 + (steps == 0 ? 0 : (double) step / steps);
    }
}

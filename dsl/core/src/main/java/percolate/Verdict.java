package percolate;

import java.util.Locale;

/**
 * One thing that is probably wrong with a training.
 *
 * @param finding what it is
 * @param evidence what was measured, with numbers and names of layers
 * @param cure what helps, in the DSL's words
 */
public record Verdict(Finding finding, String evidence, String cure) {
    /** What {@link Run#diagnose} looks for. */
    public enum Finding {
        RATE_TOO_HIGH,
        RATE_TOO_LOW,
        VANISHING_GRADIENTS,
        EXPLODING_GRADIENTS,
        DEAD_RELUS,
        OVER_FITTING,
        UNDER_FITTING,
        CONSTANT_LABELS,
        SHUFFLED_LABELS,
        UNSCALED_INPUTS,
        CONSTANT_OUTPUTS;

        /** For example {@code rate too high}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("relus", "ReLUs");
        }
    }

    @Override
    public String toString() {
        return finding + ": " + evidence + "; " + cure;
    }
}

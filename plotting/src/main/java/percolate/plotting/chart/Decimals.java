package percolate.plotting.chart;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The numbers of a column, all with as many digits behind the point: four, more where all are small, fewer where no number
 * needs them. As {@link Digits#of} where that would show nothing, or where the largest is too large or too small for it.
 */
public final class Decimals {
    private static final int PLACES = 4;
    private final int places;

    private Decimals(int places) {
        this.places = places;
    }

    /** @param values of the column, as far as they are shown */
    public static Decimals of(double... values) {
        double largest = Arrays.stream(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        if (largest >= 1e6 || (largest < 1e-4 && largest > 0)) {
            return new Decimals(-1);
        }
        int most = largest == 0 ? 0 : most((int) Math.floor(Math.log10(largest)));
        return new Decimals(IntStream.rangeClosed(0, most)
                .filter(fewer -> Arrays.stream(values).allMatch(value -> says(value, fewer, most)))
                .findFirst()
                .orElse(most));
    }

    /** @param magnitude of the largest number, 0 from 1 up to before 10 */
    private static int most(int magnitude) {
        return magnitude < -2 ? PLACES - magnitude : Math.max(0, Math.min(PLACES, PLACES + 1 - magnitude));
    }

    /** Whether fewer places show of a value what all do. */
    private static boolean says(double value, int fewer, int most) {
        return !Double.isFinite(value) || Digits.decimals(value, fewer).equals(Digits.decimals(value, most));
    }

    public String text(double value) {
        if (places < 0 || !Double.isFinite(value)) {
            return Digits.of(value, PLACES);
        }
        var text = String.format(Locale.ROOT, "%." + places + "f", value);
        return value != 0 && Double.parseDouble(text) == 0
                ? Digits.of(value, PLACES)
                : text.replaceFirst("^-(0(\\.0*)?)$", "$1");
    }
}

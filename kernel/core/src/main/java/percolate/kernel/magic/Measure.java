package percolate.kernel.magic;

import java.util.Arrays;
import java.util.Locale;

/** Times in words. */
final class Measure {
    private static final String[] UNITS = {"ns", "µs", "ms", "s"};

    private Measure() {}

    /** For example {@code 1.23 µs ± 45 ns per loop (mean ± std. dev. of 7 runs, 100,000 loops each), best 1.2 µs}. */
    static String of(double[] nanosPerLoop, int loops) {
        var runs = nanosPerLoop.length;
        var mean = Arrays.stream(nanosPerLoop).average().orElse(0);
        var deviation = Math.sqrt(Arrays.stream(nanosPerLoop)
                .map(nanos -> (nanos - mean) * (nanos - mean))
                .average()
                .orElse(0));
        return String.format(
                Locale.ROOT,
                "%s ± %s per loop (mean ± std. dev. of %d run%s, %,d loop%s each), best %s",
                nanos(mean),
                nanos(deviation),
                runs,
                runs == 1 ? "" : "s",
                loops,
                loops == 1 ? "" : "s",
                nanos(Arrays.stream(nanosPerLoop).min().orElse(0)));
    }

    /** Three digits and a unit; minutes from one minute on. */
    static String nanos(double nanos) {
        if (nanos >= 60e9) {
            return String.format(Locale.ROOT, "%d min %.0f s", (long) (nanos / 60e9), nanos % 60e9 / 1e9);
        }
        var value = nanos;
        var unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        var digits = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f %s", value, UNITS[unit]);
    }
}

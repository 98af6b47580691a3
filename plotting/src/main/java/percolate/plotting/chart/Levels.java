package percolate.plotting.chart;

import java.util.Arrays;

/** Values between which bands lie. */
public final class Levels {
    private static final int USUAL = 12;

    private final double[] values;

    private Levels(double[] values) {
        this.values = values;
    }

    /** At these values, rising. */
    public static Levels of(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return new Levels(sorted);
    }

    /** About twelve at round values within an extent. */
    static Levels round(Extent extent) {
        return of(Axis.around(extent).ticks(USUAL).stream()
                .mapToDouble(Tick::value)
                .toArray());
    }

    double[] values() {
        return values.clone();
    }

    /** A value that stands for all of its band: the middle, beyond the ends the last level. */
    double band(double value) {
        int at = Arrays.binarySearch(values, value);
        int above = at >= 0 ? at + 1 : -at - 1;
        if (values.length == 0) {
            return value;
        } else if (above == 0) {
            return values.length == 1 ? values[0] : values[0] - (values[1] - values[0]) / 2;
        } else if (above == values.length) {
            return values.length == 1 ? values[0] : values[above - 1] + (values[above - 1] - values[above - 2]) / 2;
        }
        return (values[above - 1] + values[above]) / 2;
    }
}

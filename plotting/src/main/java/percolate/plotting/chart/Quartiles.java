package percolate.plotting.chart;

import java.util.Arrays;
import java.util.List;

/**
 * How values are spread: their quartiles, and whiskers that reach to the last value within one and a half times the distance
 * of the quartiles.
 *
 * @param outliers what lies beyond the whiskers
 * @see <a href="https://en.wikipedia.org/wiki/Box_plot">Tukey 1977: box plot</a>
 */
record Quartiles(double lowWhisker, double low, double median, double high, double highWhisker, List<Double> outliers) {
    private static final double REACH = 1.5;

    /** Of finite values, at least one. */
    static Quartiles of(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        double low = quantile(sorted, 0.25);
        double high = quantile(sorted, 0.75);
        double reach = REACH * (high - low);
        var within = Arrays.stream(sorted)
                .filter(value -> value >= low - reach && value <= high + reach)
                .toArray();
        var beyond = Arrays.stream(sorted)
                .filter(value -> value < low - reach || value > high + reach)
                .boxed()
                .toList();
        return new Quartiles(within[0], low, quantile(sorted, 0.5), high, within[within.length - 1], beyond);
    }

    /** The value below which a share of sorted values lies, straight between two neighbours, as NumPy's quantile. */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}

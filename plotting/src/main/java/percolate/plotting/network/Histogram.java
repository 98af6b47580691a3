package percolate.plotting.network;

import java.util.List;
import percolate.plotting.chart.Digits;

/** How many numbers fall into each of some equal intervals. */
final class Histogram {
    private final long[] counts;
    private final double low;
    private final double high;
    private final double mean;
    private final double deviation;
    private final long odd;

    /**
     * @param counts from the least number to the largest
     * @param odd how many are no finite numbers
     */
    Histogram(long[] counts, double low, double high, double mean, double deviation, long odd) {
        this.counts = counts;
        this.low = low;
        this.high = high;
        this.mean = mean;
        this.deviation = deviation;
        this.odd = odd;
    }

    static final int BINS = 40;

    static Histogram of(List<float[]> values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        long count = 0;
        long odd = 0;
        for (var some : values) {
            for (float value : some) {
                if (Float.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                    sum += value;
                    squares += (double) value * value;
                    count++;
                } else {
                    odd++;
                }
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        double deviation = count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean * mean));
        return count == 0
                ? new Histogram(new long[0], 0, 0, 0, 0, odd)
                : new Histogram(counts(values, low, high), low, high, mean, deviation, odd);
    }

    private static long[] counts(List<float[]> values, double low, double high) {
        var counts = new long[BINS];
        for (var some : values) {
            for (float value : some) {
                if (Float.isFinite(value)) {
                    double share = high > low ? (value - low) / (high - low) : 0.5;
                    counts[(int) Math.min(BINS - 1, share * BINS)]++;
                }
            }
        }
        return counts;
    }

    /** Whether there is nothing to count. */
    boolean isEmpty() {
        return counts.length == 0 && odd == 0;
    }

    String words() {
        var finite = counts.length == 0 ? "" : Digits.of(mean, 2) + " ± " + Digits.of(deviation, 2);
        var bad = odd == 0 ? "" : Digits.count(odd) + " not finite";
        return finite + (finite.isEmpty() || bad.isEmpty() ? "" : ", ") + bad;
    }

    long[] counts() {
        return counts;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    double mean() {
        return mean;
    }

    long odd() {
        return odd;
    }
}

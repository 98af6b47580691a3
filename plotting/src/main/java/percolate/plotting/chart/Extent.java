package percolate.plotting.chart;

/**
 * From where to where values reach that an axis can show.
 *
 * @param low above {@code high} where there is none
 * @param leastPositive the least value above 0, for a logarithmic axis; infinite where there is none
 */
public record Extent(double low, double high, double leastPositive) {
    private static final double TOO_LARGE = 1e300;

    public static final Extent NONE =
            new Extent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Of values, without those that are not finite. */
    public static Extent of(double... values) {
        double low = NONE.low;
        double high = NONE.high;
        double least = NONE.leastPositive;
        for (double value : values) {
            if (takes(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
                least = value > 0 ? Math.min(least, value) : least;
            }
        }
        return new Extent(low, high, least);
    }

    /** Whether a value can be drawn at all. */
    public static boolean takes(double value) {
        return Math.abs(value) < TOO_LARGE;
    }

    public Extent and(Extent other) {
        return new Extent(
                Math.min(low, other.low), Math.max(high, other.high), Math.min(leastPositive, other.leastPositive));
    }

    public boolean isEmpty() {
        return low > high;
    }
}

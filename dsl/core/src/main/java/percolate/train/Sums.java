package percolate.train;

/** Weighted sums of a loss and its metrics, for means over examples whatever the sizes of the batches. */
final class Sums {
    private final double[] sums;
    private long examples;

    Sums(int columns) {
        this.sums = new double[columns];
    }

    void add(double[] means, int count) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += means[i] * count;
        }
        examples += count;
    }

    /** The mean in a column: 0 is the loss, then the metrics. */
    double mean(int column) {
        return examples == 0 ? Double.NaN : sums[column] / examples;
    }
}

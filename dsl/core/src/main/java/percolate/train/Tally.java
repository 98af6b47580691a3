package percolate.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import percolate.Loss;
import percolate.Metric;
import percolate.program.Counts;
import percolate.program.Counts.Gathering;

/** What a loss and its metrics counted in some batches: values for all their examples, whatever the sizes of the batches. */
final class Tally {
    private final List<Metric> metrics;
    private final List<Counts> counts;
    private final List<double[]> gathered = new ArrayList<>();
    private int[] filled;
    private long examples;

    Tally(Loss loss, List<Metric> metrics, List<Counts> counts) {
        this.metrics = Stream.concat(Stream.of(loss), metrics.stream()).toList();
        this.counts = counts;
        clear();
    }

    void clear() {
        gathered.clear();
        counts.forEach(c -> gathered.add(new double[c.gathering() == Gathering.ALL ? 0 : c.width()]));
        filled = new int[counts.size()];
        examples = 0;
    }

    /** How many numbers a batch gives. */
    int width(int size) {
        return counts.stream().mapToInt(c -> c.width(size)).sum();
    }

    /** Adds the numbers of a batch of {@code size} examples, which begin at {@code from}. */
    void add(double[] numbers, int from, int size) {
        int at = from;
        for (int i = 0; i < counts.size(); i++) {
            int width = counts.get(i).width(size);
            switch (counts.get(i).gathering()) {
                case MEAN -> gathered.get(i)[0] += numbers[at] * size;
                case SUM -> sum(gathered.get(i), numbers, at);
                case ALL -> append(i, numbers, at, width);
            }
            at += width;
        }
        examples += size;
    }

    private static void sum(double[] sums, double[] numbers, int at) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += numbers[at + j];
        }
    }

    private void append(int i, double[] numbers, int at, int width) {
        if (filled[i] + width > gathered.get(i).length) {
            gathered.set(i, Arrays.copyOf(gathered.get(i), 2 * (filled[i] + width)));
        }
        System.arraycopy(numbers, at, gathered.get(i), filled[i], width);
        filled[i] += width;
    }

    /** The value for all examples so far, NaN where there are none: 0 is the loss, then the metrics. */
    double value(int column) {
        if (examples == 0) {
            return Double.NaN;
        }
        var numbers = gathered.get(column);
        return metrics.get(column)
                .value(
                        switch (counts.get(column).gathering()) {
                            case MEAN -> new double[] {numbers[0] / examples};
                            case SUM -> numbers;
                            case ALL -> Arrays.copyOf(numbers, filled[column]);
                        });
    }
}

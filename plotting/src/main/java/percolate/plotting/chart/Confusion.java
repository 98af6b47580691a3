package percolate.plotting.chart;

import java.util.Arrays;
import java.util.List;

/** Counts of a confusion matrix: rows are the truth, columns the prediction. */
public final class Confusion {
    private final long[][] counts;
    private final List<String> names;

    /**
     * @param counts [classes, classes], copied
     * @param names of the classes
     */
    public Confusion(long[][] counts, List<String> names) {
        if (counts.length != names.size()) {
            throw new IllegalArgumentException(
                    "confusion: expected one name for each of " + counts.length + " classes, got " + names.size());
        }
        this.counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
        this.names = List.copyOf(names);
    }

    List<String> names() {
        return names;
    }

    int classes() {
        return counts.length;
    }

    public long count(int truth, int prediction) {
        return counts[truth][prediction];
    }

    public long total() {
        return Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).sum();
    }

    public long right() {
        long sum = 0;
        for (int at = 0; at < counts.length; at++) {
            sum += counts[at][at];
        }
        return sum;
    }

    /** A cell's share of its row, which is of all examples with this truth. */
    double share(int truth, int prediction) {
        long row = Arrays.stream(counts[truth]).sum();
        return row == 0 ? 0 : (double) counts[truth][prediction] / row;
    }

    /** For example {@code accuracy 0.978 · 352 of 360 right}. */
    String score() {
        return "accuracy " + Digits.of(total() == 0 ? 0 : (double) right() / total()) + " · " + Digits.count(right())
                + " of " + Digits.count(total()) + " right";
    }

    /** The matrix in one sentence, with the most frequent mistake. */
    String words() {
        return "confusion matrix of " + counts.length + " classes: " + score() + worst();
    }

    private String worst() {
        int truth = -1;
        int prediction = -1;
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts.length; column++) {
                if (row != column && counts[row][column] > (truth < 0 ? 0 : counts[truth][prediction])) {
                    truth = row;
                    prediction = column;
                }
            }
        }
        return truth < 0
                ? ""
                : "; most often " + names.get(truth) + " was taken for " + names.get(prediction) + " ("
                        + Digits.count(counts[truth][prediction]) + ")";
    }
}

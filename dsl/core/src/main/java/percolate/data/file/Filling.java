package percolate.data.file;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What stands in the place of a missing value. */
enum Filling {
    NONE(""),
    MEAN("mean"),
    MEDIAN("median"),
    MOST_FREQUENT("mostFrequent");

    private final String word;

    Filling(String word) {
        this.word = word;
    }

    private double choice(double... values) {
        return switch (this) {
            case NONE -> Double.NaN;
            case MEAN -> Arrays.stream(values).average().orElse(Double.NaN);
            case MEDIAN -> median(values);
            case MOST_FREQUENT -> mostFrequent(values);
        };
    }

    static Filling of(String word) {
        return Arrays.stream(values())
                .filter(f -> f != NONE && f.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "fillMissing: expected \"mean\", \"median\" or \"mostFrequent\", got \"" + word + "\""));
    }

    /** The column's values, none missing. */
    double[] filled(Cells.Feature column, int rows) {
        var values = IntStream.range(0, rows).mapToDouble(column.value()).toArray();
        double fill = Double.isNaN(column.usual())
                ? choice(Arrays.stream(values).filter(Double::isFinite).toArray())
                : column.usual();
        return Arrays.stream(values).map(v -> Double.isFinite(v) ? v : fill).toArray();
    }

    private static double median(double... values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    private static double mostFrequent(double... values) {
        Arrays.sort(values);
        double best = Double.NaN;
        int most = 0;
        for (int from = 0, to; from < values.length; from = to) {
            for (to = from; to < values.length && values[to] == values[from]; ) {
                to++;
            }
            if (to - from > most) {
                most = to - from;
                best = values[from];
            }
        }
        return best;
    }
}

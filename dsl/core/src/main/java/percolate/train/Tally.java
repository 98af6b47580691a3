package percolate.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import percolate.program.Comparison;
import percolate.program.Counts;
import percolate.program.Counts.Gathering;

/** What losses and metrics counted in some batches: values for all their examples, whatever the sizes of the batches. */
final class Tally {
    private final List<Counts> counts;
    private final List<String> names;
    private final Function<List<double[]>, Map<String, Double>> formula;
    private final List<double[]> gathered = new ArrayList<>();
    private int[] filled;
    private long examples;

    private Tally(List<Counts> counts, List<String> names, Function<List<double[]>, Map<String, Double>> formula) {
        this.counts = counts;
        this.names = names;
        this.formula = formula;
        clear();
    }

    /** Of all that is compared. */
    static Tally of(Comparison comparison) {
        return new Tally(comparison.counts(), comparison.names(), comparison::values);
    }

    /** Of a loss alone, the mean over examples. */
    static Tally ofLoss() {
        return new Tally(List.of(Counts.mean("")), List.of(), g -> new LinkedHashMap<>(Map.of("loss", g.get(0)[0])));
    }

    /** The names of the values behind {@code loss}. */
    List<String> names() {
        return names;
    }

    /**
     * What was counted so far.
     *
     * @param filled how much of what is written one after the other is in use
     */
    record Sums(List<double[]> gathered, List<Integer> filled, long examples) {}

    Sums sums() {
        return new Sums(List.copyOf(gathered), Arrays.stream(filled).boxed().toList(), examples);
    }

    /** Goes on from what was counted before. */
    void sums(Sums before) {
        gathered.clear();
        before.gathered().forEach(numbers -> gathered.add(numbers.clone()));
        filled = before.filled().stream().mapToInt(Integer::intValue).toArray();
        examples = before.examples();
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
        add(numbers, from, size, size);
    }

    /** The same of a batch that counts {@code share} in the means. */
    void add(double[] numbers, int from, int size, int share) {
        int at = from;
        for (int i = 0; i < counts.size(); i++) {
            int width = counts.get(i).width(size);
            switch (counts.get(i).gathering()) {
                case MEAN -> gathered.get(i)[0] += numbers[at] * share;
                case SUM -> sum(gathered.get(i), numbers, at);
                case ALL -> append(i, numbers, at, width);
            }
            at += width;
        }
        examples += share;
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

    /** The values for all examples so far, the loss first; NaN where there are none. */
    Map<String, Double> values() {
        if (examples == 0) {
            var none = new LinkedHashMap<>(Map.of("loss", Double.NaN));
            names.forEach(name -> none.put(name, Double.NaN));
            return none;
        }
        var all = new ArrayList<double[]>();
        for (int i = 0; i < counts.size(); i++) {
            var numbers = gathered.get(i);
            all.add(
                    switch (counts.get(i).gathering()) {
                        case MEAN -> new double[] {numbers[0] / examples};
                        case SUM -> numbers;
                        case ALL -> Arrays.copyOf(numbers, filled[i]);
                    });
        }
        return formula.apply(all);
    }
}

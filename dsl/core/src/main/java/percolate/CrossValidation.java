package percolate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import tech.tablesaw.api.Table;

/** One training for each fold, validated on the examples that the others train on: how good, and how much that depends on luck. */
public final class CrossValidation {
    private final Sweep sweep;

    @Internal
    public CrossValidation(Sweep sweep) {
        this.sweep = sweep;
    }

    /** The records of the trainings, fold by fold. */
    public List<Run> runs() {
        return sweep.runs();
    }

    /**
     * The mean of the folds' last values.
     *
     * @param name as in {@link #table}, for example {@code val_accuracy}
     * @throws IllegalArgumentException if there is no such value
     */
    public double mean(String name) {
        return values(name).average().orElse(Double.NaN);
    }

    /** The standard deviation of the folds' last values, squares divided by n − 1. */
    public double spread(String name) {
        double mean = mean(name);
        double squares = values(name).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values(name).count() - 1));
    }

    private DoubleStream values(String name) {
        return runs().stream().mapToDouble(run -> run.get(name));
    }

    /** A row per fold: fold, seed, ending, epochs, the last epoch's numbers, seconds, problem. */
    public Table table() {
        return sweep.table().setName("cross-validation");
    }

    @Override
    public String toString() {
        if (runs().size() < sweep.size()) {
            return "cross-validation: " + sweep.toString().replaceFirst("^sweep: ", "");
        }
        var names = sweep.rows().get(0).values().keySet().stream()
                .filter(name -> name.startsWith("val_"))
                .toList();
        return sweep.size() + " folds: "
                + names.stream()
                        .map(name -> String.format(Locale.ROOT, "%s %.4g ± %.2g", name, mean(name), spread(name)))
                        .collect(Collectors.joining(", "));
    }
}

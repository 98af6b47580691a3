package percolate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Trainings side by side, a row for each. It grows while they train, and may be read from any thread meanwhile. */
public final class Sweep {
    private static final Set<String> ERRORS =
            Set.of("loss", "mae", "mse", "rmse", "halfMse", "huber", "perplexity", "zeroOne", "error");

    private final List<Trial> trials;
    private final Function<Trial, Run> training;
    private final Map<Trial, Row> rows = new LinkedHashMap<>();

    /** How a training of a sweep ended. */
    public enum Ending {
        FINISHED,
        /** Stopped as hopeless. */
        STOPPED,
        FAILED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What came of one training.
     *
     * @param values of its last epoch by name, as in {@link Run#table}; none where it failed
     * @param problem the sentence it failed with, else empty
     * @param run its record; nothing where the row was read from a file
     */
    public record Row(
            Trial trial,
            Ending ending,
            int epochs,
            Map<String, Double> values,
            Duration duration,
            String problem,
            Optional<Run> run) {
        public Row {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /** @param training trains a point once more */
    @Internal
    public Sweep(List<Trial> trials, Function<Trial, Run> training) {
        this.trials = List.copyOf(trials);
        this.training = training;
    }

    /** One more that has ended. */
    @Internal
    public synchronized void add(Row row) {
        rows.put(row.trial(), row);
    }

    /** What has ended so far, in the order of the points. */
    public synchronized List<Row> rows() {
        return trials.stream().filter(rows::containsKey).map(rows::get).toList();
    }

    /** How many trainings there will be. */
    public int size() {
        return trials.size();
    }

    /** Whether all have ended. */
    public boolean isFinished() {
        return rows().size() == size();
    }

    /** The records of those that were trained here, in the order of the points. */
    public List<Run> runs() {
        return rows().stream().flatMap(row -> row.run().stream()).toList();
    }

    /**
     * The finished training with the best last value, with its model. A row that was read from a file is trained again.
     *
     * @param name as in {@link #table}; the least of a loss or error is best, the greatest of accuracy, f1, auc, r2, iou, …
     * @throws IllegalStateException if none is finished
     */
    public Run best(String name) {
        var finished =
                rows().stream().filter(row -> row.ending() == Ending.FINISHED).toList();
        if (finished.isEmpty()) {
            throw new IllegalStateException("sweep.best: no training came to its end" + firstProblem());
        }
        if (!names(finished).contains(name)) {
            throw new IllegalArgumentException("sweep.best: there is no \"" + name + "\" here, but " + names(finished));
        }
        int sign = isSmallerBetter(name) ? 1 : -1;
        var best = finished.stream()
                .filter(row -> Double.isFinite(row.values().getOrDefault(name, Double.NaN)))
                .min(Comparator.comparingDouble(row -> sign * row.values().get(name)))
                .orElseThrow(
                        () -> new IllegalStateException("sweep.best: " + name + " is no finite number in any row"));
        return best.run().orElseGet(() -> training.apply(best.trial()));
    }

    private String firstProblem() {
        return rows().stream()
                .filter(row -> !row.problem().isEmpty())
                .findFirst()
                .map(row -> "; the one with " + row.trial() + " says: " + row.problem())
                .orElse("");
    }

    private static boolean isSmallerBetter(String name) {
        return ERRORS.contains(name.substring(name.lastIndexOf('_') + 1));
    }

    private static Set<String> names(Collection<Row> rows) {
        var names = new LinkedHashSet<String>();
        rows.forEach(row -> names.addAll(row.values().keySet()));
        return names;
    }

    /** A row per training: parameters, seed, ending, epochs, the last epoch's numbers, seconds, problem. */
    public Table table() {
        var ended = rows();
        var table = Table.create("sweep");
        trials.get(0).values().keySet().forEach(name -> table.addColumns(parameter(name, ended)));
        table.addColumns(
                LongColumn.create(
                        "seed", ended.stream().mapToLong(r -> r.trial().seed())),
                StringColumn.create("ending", ended.stream().map(r -> r.ending().toString())),
                IntColumn.create("epochs", ended.stream().mapToInt(Row::epochs)));
        names(ended).forEach(name -> table.addColumns(numbers(name, ended)));
        return table.addColumns(
                DoubleColumn.create(
                        "seconds", ended.stream().mapToDouble(r -> r.duration().toNanos() / 1e9)),
                StringColumn.create("problem", ended.stream().map(Row::problem)));
    }

    private static Column<?> parameter(String name, List<Row> ended) {
        var values = ended.stream().map(r -> r.trial().values().get(name)).toList();
        return values.stream().allMatch(Number.class::isInstance)
                ? DoubleColumn.create(name, values.stream().mapToDouble(v -> ((Number) v).doubleValue()))
                : StringColumn.create(name, values.stream().map(String::valueOf));
    }

    private static DoubleColumn numbers(String name, List<Row> ended) {
        return DoubleColumn.create(
                name, ended.stream().mapToDouble(r -> r.values().getOrDefault(name, Double.NaN)));
    }

    /** How many have ended, and how. */
    @Override
    public String toString() {
        var ended = rows();
        var endings = ended.stream().collect(Collectors.groupingBy(Row::ending, TreeMap::new, Collectors.counting()));
        var words = new ArrayList<String>();
        endings.forEach((ending, count) -> words.add(count + " " + ending));
        return "sweep: " + ended.size() + " of " + size() + " trainings ended"
                + (words.isEmpty() ? "" : ", " + String.join(", ", words)) + firstProblem();
    }
}

package percolate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What came of training a second time from the same first weights, with the same seed, data and number of threads. */
public final class Reproduction {
    private final boolean equal;
    private final boolean compared;
    private final Optional<Parting> parting;
    private final Map<String, Double> distances;
    private final List<String> reasons;
    private final Run run;

    /**
     * The first number of the histories that is not the same.
     *
     * @param epoch from 1
     * @param name as in {@link Run#table}, or their number of epochs where one history is longer
     */
    public record Parting(int epoch, String name, double first, double second) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s of epoch %d: %.9g then, %.9g now", name, epoch, first, second);
        }
    }

    /** @param compared whether the first training's weights are still there */
    @Internal
    public Reproduction(
            boolean equal,
            boolean compared,
            Optional<Parting> parting,
            Map<String, Double> distances,
            List<String> reasons,
            Run run) {
        this.equal = equal;
        this.compared = compared;
        this.parting = parting;
        this.distances = new LinkedHashMap<>(distances);
        this.reasons = List.copyOf(reasons);
        this.run = run;
    }

    /** Whether every weight and every number of the history came out the same to the last bit. */
    public boolean isEqual() {
        return equal && parting.isEmpty();
    }

    /** Where the two histories part; empty where they are the same. */
    public Optional<Parting> parting() {
        return parting;
    }

    /**
     * The largest absolute difference within each weight that is another one, by its name; empty where all are the same, or
     * where the model was changed after the first training.
     */
    public Map<String, Double> distances() {
        return Map.copyOf(distances);
    }

    /** What was not the same around the two trainings and may be why, such as the number of threads. */
    public List<String> reasons() {
        return reasons;
    }

    /** The record of the second training; its model has the first one's weights again. */
    public Run run() {
        return run;
    }

    /** A row for each weight that differs: weight, difference. */
    public Table table() {
        return Table.create(
                "reproduction",
                StringColumn.create("weight", distances.keySet().toArray(String[]::new)),
                DoubleColumn.create(
                        "difference",
                        distances.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()));
    }

    @Override
    public String toString() {
        if (isEqual()) {
            return "reproduced: " + run.history().size()
                    + " epochs gave the same numbers, and all weights are equal to the" + " last bit";
        }
        return "not reproduced: " + where() + byHowMuch() + "; " + why();
    }

    private String where() {
        return parting.map(p -> "the histories part at " + p).orElse("the histories are the same, the weights are not");
    }

    private String byHowMuch() {
        if (!compared) {
            return "; the weights cannot be compared, for the model was changed after that training";
        }
        return distances.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(most -> String.format(
                        Locale.ROOT,
                        "; %d %s, most in %s, by %.3g",
                        distances.size(),
                        distances.size() == 1 ? "weight differs" : "weights differ",
                        most.getKey(),
                        most.getValue()))
                .orElse("");
    }

    private String why() {
        return reasons.isEmpty()
                ? "what surrounds the training is the same, so a layer, loss or callback in Java may draw numbers of"
                        + " its own or keep something from the first time"
                : "it may be for " + reasons.stream().collect(Collectors.joining(", "));
    }
}

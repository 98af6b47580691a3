package percolate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How much worse a model's loss becomes when the values of one feature are exchanged among the examples: 0 for one that the
 * model does not use.
 *
 * @see <a href="https://doi.org/10.1023/A:1010933404324">Breiman 2001, Random forests, section 10</a>
 */
public final class Importance {
    private final double loss;
    private final List<Feature> features;

    /**
     * @param name {@code x[2]}, {@code x(1)[2]} of the second of several inputs, or what it was called
     * @param mean of the loss's growth over the repetitions
     * @param spread the standard deviation of that over the repetitions
     */
    public record Feature(String name, double mean, double spread) {}

    @Internal
    public Importance(double loss, List<Feature> features) {
        this.loss = loss;
        this.features = List.copyOf(features);
    }

    /** The loss with all features in their places. */
    public double loss() {
        return loss;
    }

    /** The features in the order of the inputs. */
    public List<Feature> features() {
        return features;
    }

    /** The features, the most important first. */
    public List<Feature> ranking() {
        return features.stream()
                .sorted(Comparator.comparingDouble(Feature::mean).reversed())
                .toList();
    }

    /** The same, with the features' names in the order of the inputs: {@code importance(net, data).named("age", "income")}. */
    public Importance named(String... names) {
        if (names.length != features.size()) {
            throw new IllegalArgumentException("importance.named: expected a name for each of " + features.size()
                    + " features, got " + names.length);
        }
        var called = new ArrayList<Feature>();
        for (int i = 0; i < names.length; i++) {
            called.add(new Feature(
                    names[i], features.get(i).mean(), features.get(i).spread()));
        }
        return new Importance(loss, called);
    }

    /** A row per feature, the most important first: feature, importance, spread. */
    public Table table() {
        var ranked = ranking();
        return Table.create(
                "importance",
                StringColumn.create("feature", ranked.stream().map(Feature::name)),
                DoubleColumn.create("importance", ranked.stream().mapToDouble(Feature::mean)),
                DoubleColumn.create("spread", ranked.stream().mapToDouble(Feature::spread)));
    }

    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT, "without change the loss is %.4g; exchanged among the examples, each adds", loss)
                + "\n"
                + ranking().stream()
                        .map(f -> String.format(Locale.ROOT, "  %s: %.4g ± %.2g", f.name(), f.mean(), f.spread()))
                        .collect(Collectors.joining("\n"));
    }
}

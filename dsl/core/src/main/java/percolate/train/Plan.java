package percolate.train;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import percolate.Dataset;
import percolate.Loss;
import percolate.Metric;
import percolate.Optimizer;

/**
 * What was said of a training; what was not is null, 0 or empty, and chosen by {@link Fit}.
 *
 * @param validation data to measure on after every epoch
 * @param batch examples per step
 */
public record Plan(
        Dataset train,
        Dataset validation,
        Loss loss,
        Optimizer optimizer,
        List<Metric> metrics,
        int batch,
        int epochs,
        OptionalLong seed,
        boolean quiet) {
    public Plan {
        metrics = metrics == null ? null : checked(metrics);
    }

    /** A training of which nothing is said but its data. */
    public Plan(Dataset train, Dataset validation) {
        this(train, validation, null, null, null, 0, 0, OptionalLong.empty(), false);
    }

    private static List<Metric> checked(List<Metric> metrics) {
        var names = metrics.stream()
                .map(m -> Objects.requireNonNull(m, "train.metrics: a metric is null")
                        .name())
                .toList();
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("train.metrics: expected each metric once, got " + names);
        }
        return List.copyOf(metrics);
    }

    public Plan withValidation(Dataset data) {
        return new Plan(train, data, loss, optimizer, metrics, batch, epochs, seed, quiet);
    }

    public Plan withLoss(Loss its) {
        return new Plan(train, validation, its, optimizer, metrics, batch, epochs, seed, quiet);
    }

    public Plan withOptimizer(Optimizer its) {
        return new Plan(train, validation, loss, its, metrics, batch, epochs, seed, quiet);
    }

    public Plan withMetrics(List<Metric> its) {
        return new Plan(train, validation, loss, optimizer, its, batch, epochs, seed, quiet);
    }

    public Plan withBatch(int size) {
        return new Plan(train, validation, loss, optimizer, metrics, positive("batch", size), epochs, seed, quiet);
    }

    public Plan withEpochs(int count) {
        return new Plan(train, validation, loss, optimizer, metrics, batch, positive("epochs", count), seed, quiet);
    }

    public Plan withSeed(long its) {
        return new Plan(train, validation, loss, optimizer, metrics, batch, epochs, OptionalLong.of(its), quiet);
    }

    /** Without panel and messages. */
    public Plan quietly() {
        return new Plan(train, validation, loss, optimizer, metrics, batch, epochs, seed, true);
    }

    /** What was said so far. */
    @Override
    public String toString() {
        var said = Stream.of(
                        loss == null ? null : "loss " + loss,
                        optimizer == null ? null : "optimizer " + optimizer,
                        batch == 0 ? null : "batch " + batch,
                        epochs == 0 ? null : "epochs " + epochs)
                .filter(Objects::nonNull)
                .toList();
        return "training on " + train.size() + " examples" + (said.isEmpty() ? "" : ": " + String.join(", ", said));
    }

    private static int positive(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("train." + option + ": expected 1 or more, got " + value);
        }
        return value;
    }
}

package percolate.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import percolate.Batch;
import percolate.Dataset;
import percolate.Loss;
import percolate.Metric;
import percolate.Optimizer;
import percolate.Parameters;
import percolate.Tensor;

/** What was said of a training. Immutable; what was not said is null, 0 or empty, and chosen by {@link Fit}. */
public final class Plan {
    private final Dataset train;
    private Dataset validation;
    private List<Loss> losses = List.of();
    private Function<Batch, Tensor> objective;
    private List<Parameters> further = List.of();
    private Optimizer optimizer;
    private List<Metric> metrics;
    private int batch;
    private int epochs;
    private int threads;
    private int mostThreads = Integer.MAX_VALUE;
    private OptionalLong seed = OptionalLong.empty();
    private boolean quiet;

    /** A training of which nothing is said but its data. */
    public Plan(Dataset train, Dataset validation) {
        this.train = train;
        this.validation = validation;
    }

    private Plan with(Consumer<Plan> change) {
        var copy = new Plan(train, validation);
        copy.losses = losses;
        copy.objective = objective;
        copy.further = further;
        copy.optimizer = optimizer;
        copy.metrics = metrics;
        copy.batch = batch;
        copy.epochs = epochs;
        copy.threads = threads;
        copy.mostThreads = mostThreads;
        copy.seed = seed;
        copy.quiet = quiet;
        change.accept(copy);
        return copy;
    }

    Dataset train() {
        return train;
    }

    /** Data to measure on after every epoch. */
    Dataset validation() {
        return validation;
    }

    /** One for each judged output. */
    List<Loss> losses() {
        return losses;
    }

    /** A loss of one's own of a whole batch, in place of losses. */
    Function<Batch, Tensor> objective() {
        return objective;
    }

    /** What the objective trains beside the model. */
    List<Parameters> further() {
        return further;
    }

    Optimizer optimizer() {
        return optimizer;
    }

    List<Metric> metrics() {
        return metrics;
    }

    /** Examples per step. */
    int batch() {
        return batch;
    }

    int epochs() {
        return epochs;
    }

    /** Of the engine; 0: as many as suit the model. */
    int threads() {
        return threads;
    }

    /** How many may be chosen where none were said. */
    int mostThreads() {
        return mostThreads;
    }

    OptionalLong seed() {
        return seed;
    }

    boolean quiet() {
        return quiet;
    }

    public Plan withValidation(Dataset data) {
        return with(p -> p.validation = data);
    }

    /** In place of an objective. */
    public Plan withLosses(Loss... its) {
        if (its.length == 0 || Arrays.asList(its).contains(null)) {
            throw new IllegalArgumentException("train.losses: expected one loss or more, got "
                    + (its.length == 0 ? "none" : "null") + "; write losses(crossEntropy().at(\"kind\"), …)");
        }
        return with(p -> {
            p.losses = List.of(its);
            p.objective = null;
        });
    }

    /** In place of losses. */
    public Plan withObjective(Function<Batch, Tensor> its) {
        Objects.requireNonNull(its, "train.objective: expected a function of a batch, got null");
        return with(p -> {
            p.losses = List.of();
            p.objective = its;
        });
    }

    public Plan withFurther(Parameters... more) {
        var all = new ArrayList<>(further);
        Stream.of(more)
                .map(p -> Objects.requireNonNull(p, "train.with: expected models or parameters, got null"))
                .forEach(all::add);
        return with(p -> p.further = List.copyOf(all));
    }

    public Plan withOptimizer(Optimizer its) {
        return with(p -> p.optimizer = its);
    }

    public Plan withMetrics(List<Metric> its) {
        return with(p -> p.metrics = checked(its));
    }

    public Plan withBatch(int size) {
        return with(p -> p.batch = positive("batch", size));
    }

    public Plan withEpochs(int count) {
        return with(p -> p.epochs = positive("epochs", count));
    }

    public Plan withThreads(int count) {
        return with(p -> p.threads = positive("threads", count));
    }

    public Plan withMostThreads(int count) {
        return with(p -> p.mostThreads = positive("threads", count));
    }

    public Plan withSeed(long its) {
        return with(p -> p.seed = OptionalLong.of(its));
    }

    /** Without panel and messages. */
    public Plan quietly() {
        return with(p -> p.quiet = true);
    }

    private static List<Metric> checked(List<Metric> metrics) {
        var names = metrics.stream()
                .map(m -> Objects.requireNonNull(m, "train.metrics: a metric is null"))
                .map(m -> m.name() + (m.output().isEmpty() ? "" : " at " + m.output()))
                .toList();
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("train.metrics: expected each metric once, got " + names);
        }
        return List.copyOf(metrics);
    }

    /** What was said so far. */
    @Override
    public String toString() {
        var written = losses.stream().map(Plan::written).collect(Collectors.joining(", "));
        var said = Stream.of(
                        losses.isEmpty() ? null : (losses.size() == 1 ? "loss " : "losses ") + written,
                        objective == null ? null : "an objective",
                        optimizer == null ? null : "optimizer " + optimizer,
                        batch == 0 ? null : "batch " + batch,
                        epochs == 0 ? null : "epochs " + epochs,
                        threads == 0 ? null : "threads " + threads)
                .filter(Objects::nonNull)
                .toList();
        return "training on " + train.size() + " examples" + (said.isEmpty() ? "" : ": " + String.join(", ", said));
    }

    /** A loss as it was written; one of one's own has no text but its name. */
    static String written(Loss loss) {
        return loss.isOwn() ? loss.name() + ", in Java" : loss.toString();
    }

    private static int positive(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("train." + option + ": expected 1 or more, got " + value);
        }
        return value;
    }
}

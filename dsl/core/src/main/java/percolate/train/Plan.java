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
import percolate.Callback;
import percolate.Dataset;
import percolate.Device;
import percolate.Loss;
import percolate.Metric;
import percolate.Optimizer;
import percolate.Parameters;
import percolate.Progress;
import percolate.Schedule;
import percolate.Tensor;
import percolate.schedule.Constant;

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
    private Schedule schedule = new Constant();
    private List<Callback> callbacks = List.of();
    private List<Consumer<Progress>> ofSteps = List.of();
    private long steps;
    private int accumulate = 1;
    private int bptt;
    private Device device;
    private String resumed = "";
    private ClassWeights classWeights = ClassWeights.NONE;

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
        copy.schedule = schedule;
        copy.callbacks = callbacks;
        copy.ofSteps = ofSteps;
        copy.steps = steps;
        copy.accumulate = accumulate;
        copy.bptt = bptt;
        copy.device = device;
        copy.resumed = resumed;
        copy.classWeights = classWeights;
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

    Schedule schedule() {
        return schedule;
    }

    List<Callback> callbacks() {
        return callbacks;
    }

    /** What is told after each step. */
    List<Consumer<Progress>> ofSteps() {
        return ofSteps;
    }

    /** At most; 0: all of the epochs. */
    long steps() {
        return steps;
    }

    /** How many batches' gradients are averaged. */
    int accumulate() {
        return accumulate;
    }

    /** Steps of a window that sequences are cut into; 0: they are not. */
    int bptt() {
        return bptt;
    }

    /** Where to train; null: where the model is. */
    Device device() {
        return device;
    }

    /** The file to go on from, empty for none. */
    String resumed() {
        return resumed;
    }

    public Plan withSchedule(Schedule its) {
        Objects.requireNonNull(its, "train.schedule: expected a schedule such as cosine(), got null");
        return with(p -> p.schedule = its);
    }

    public Plan withCallbacks(List<Callback> more) {
        var all = new ArrayList<>(callbacks);
        more.forEach(c -> all.add(
                Objects.requireNonNull(c, "train.callbacks: expected callbacks such as earlyStopping(3), got null")));
        return with(p -> p.callbacks = List.copyOf(all));
    }

    public Plan withOfSteps(Consumer<Progress> its) {
        var all = new ArrayList<>(ofSteps);
        all.add(Objects.requireNonNull(its, "train.onStep: expected a function of the progress, got null"));
        return with(p -> p.ofSteps = List.copyOf(all));
    }

    /** From the first step on, and without what happens beside it; early stopping belongs to it. */
    Plan withoutLooks() {
        return with(p -> {
            p.callbacks =
                    callbacks.stream().filter(EarlyStopping.class::isInstance).toList();
            p.ofSteps = List.of();
            p.resumed = "";
        });
    }

    public Plan withSteps(int count) {
        return with(p -> p.steps = positive("steps", count));
    }

    public Plan withAccumulate(int batches) {
        return with(p -> p.accumulate = positive("accumulate", batches));
    }

    public Plan withBptt(int length) {
        return with(p -> p.bptt = positive("bptt", length));
    }

    public Plan withDevice(Device its) {
        Objects.requireNonNull(its, "train.device: expected a device such as gpu(), got null");
        return with(p -> p.device = its);
    }

    /** How much each class counts in the loss. */
    ClassWeights classWeights() {
        return classWeights;
    }

    public Plan withClassWeights(Number... each) {
        if (each.length == 0) {
            throw new IllegalArgumentException("train.classWeights: expected a weight for each class, got none; write"
                    + " classWeights(1, 5), or classWeights(\"balanced\")");
        }
        return with(p -> p.classWeights = new ClassWeights(List.of(each), false));
    }

    public Plan withClassWeights(String how) {
        if (!how.equals("balanced")) {
            throw new IllegalArgumentException("train.classWeights: expected \"balanced\" or a number for each class,"
                    + " got \"" + how + "\"; write classWeights(\"balanced\")");
        }
        return with(p -> p.classWeights = new ClassWeights(List.of(), true));
    }

    public Plan withWatch(String... what) {
        return withCallbacks(List.of(new Watch(List.of(what))));
    }

    public Plan withResumed(String file) {
        if (file == null || file.isBlank()) {
            throw new IllegalArgumentException("train.resume: expected the file of a checkpoint, got "
                    + (file == null ? "null" : "\"" + file + "\"") + "; write resume(\"runs/lenet\")");
        }
        return with(p -> p.resumed = file);
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
                        schedule.isConstant() ? null : "schedule " + schedule,
                        batch == 0 ? null : "batch " + batch,
                        epochs == 0 ? null : "epochs " + epochs,
                        bptt == 0 ? null : "bptt " + bptt,
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

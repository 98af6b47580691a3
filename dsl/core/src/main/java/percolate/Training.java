package percolate;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import percolate.train.Fit;

/**
 * How a model is to be trained. Each option gives a new description; {@link #fit} trains. What is not said is chosen, and
 * said by {@link Run#choices}.
 */
public final class Training {
    private final Model model;
    private final Dataset train;
    private final Dataset validation;
    private final Loss loss;
    private final Optimizer optimizer;
    private final List<Metric> metrics;
    private final int batch;
    private final int epochs;
    private final OptionalLong seed;
    private final boolean quiet;

    Training(Model model, Dataset train, Dataset validation) {
        this(model, train, validation, null, null, null, 0, 0, OptionalLong.empty(), false);
    }

    private Training(
            Model model,
            Dataset train,
            Dataset validation,
            Loss loss,
            Optimizer optimizer,
            List<Metric> metrics,
            int batch,
            int epochs,
            OptionalLong seed,
            boolean quiet) {
        this.model = model;
        this.train = train;
        this.validation = validation;
        this.loss = loss;
        this.optimizer = optimizer;
        this.metrics = metrics;
        this.batch = batch;
        this.epochs = epochs;
        this.seed = seed;
        this.quiet = quiet;
    }

    /** What is made small; chosen by the targets unless said: crossEntropy for class labels, mse for numbers. */
    public Training loss(Loss loss) {
        return new Training(model, train, validation, loss, optimizer, metrics, batch, epochs, seed, quiet);
    }

    /** adam(0.001) unless said. */
    public Training optimizer(Optimizer optimizer) {
        return new Training(model, train, validation, loss, optimizer, metrics, batch, epochs, seed, quiet);
    }

    /** What is measured beside the loss; accuracy for class labels unless said. None: {@code metrics()}. */
    public Training metrics(Metric... metrics) {
        var names = Stream.of(metrics)
                .map(m -> Objects.requireNonNull(m, "train.metrics: a metric is null")
                        .name())
                .toList();
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("train.metrics: expected each metric once, got " + names);
        }
        return new Training(model, train, validation, loss, optimizer, List.of(metrics), batch, epochs, seed, quiet);
    }

    /** Examples per step, 32 unless said; the last batch of an epoch may be smaller and is trained too. */
    public Training batch(int size) {
        return new Training(
                model, train, validation, loss, optimizer, metrics, positive("batch", size), epochs, seed, quiet);
    }

    /** Passes over the data, 10 unless said. */
    public Training epochs(int count) {
        return new Training(
                model, train, validation, loss, optimizer, metrics, batch, positive("epochs", count), seed, quiet);
    }

    /**
     * Fixes the order of examples, dropout, and the weights of a model that was not trained yet. The session's own stream
     * of random numbers stays as it is.
     */
    public Training seed(long seed) {
        return new Training(
                model, train, validation, loss, optimizer, metrics, batch, epochs, OptionalLong.of(seed), quiet);
    }

    /** Data to measure on after every epoch. */
    public Training validation(Dataset data) {
        return new Training(model, train, data, loss, optimizer, metrics, batch, epochs, seed, quiet);
    }

    /** Without panel and messages. */
    public Training quiet() {
        return new Training(model, train, validation, loss, optimizer, metrics, batch, epochs, seed, true);
    }

    /**
     * Trains, and changes the model's weights.
     *
     * <p>An interrupt of the thread stops after a whole step: weights and history stay, the run says
     * {@link Run.State#INTERRUPTED}, and the thread's interrupt flag is left set.
     *
     * @throws IllegalArgumentException if data, model and loss do not fit; nothing is changed then
     */
    public Run fit() {
        return model.attempt(
                        () -> new Fit(model, train, validation, loss, optimizer, metrics, batch, epochs, seed, quiet))
                .run();
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
        return "training on " + train.size() + " examples" + (said.isEmpty() ? "" : ": " + String.join(", ", said))
                + "; fit() starts it";
    }

    private static int positive(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("train." + option + ": expected 1 or more, got " + value);
        }
        return value;
    }
}

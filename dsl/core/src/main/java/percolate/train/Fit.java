package percolate.train;

import java.util.List;
import java.util.OptionalLong;
import percolate.Dataset;
import percolate.Layer;
import percolate.Loss;
import percolate.Metric;
import percolate.Model;
import percolate.Optimizer;
import percolate.Run;
import percolate.Tensor;
import percolate.engine.TorchEngine;
import percolate.tensor.RandomStream;

/** One call of {@code fit}: completes what was not said, checks that everything fits, and trains. */
public final class Fit {
    private static final int DEFAULT_BATCH = 32;
    private static final int DEFAULT_EPOCHS = 10;

    private final Model model;
    private final Dataset train;
    private final Evaluator validation;
    private final Choices choices = new Choices();
    private final Loss loss;
    private final Optimizer optimizer;
    private final List<Metric> metrics;
    private final int batch;
    private final int epochs;
    private final long seed;
    private final boolean quiet;
    private final Tensor x;
    private final Tensor targets;

    /** @throws IllegalArgumentException if data, model and loss do not fit; the model has its shape then, and nothing else */
    public Fit(
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
        this.train = notEmpty("training", train);
        this.x = model.admit(train.x());
        if (model.parameterCount() == 0) {
            throw new IllegalArgumentException(
                    "train: " + model + " has no weights to train; add a layer that has, such as dense(…)");
        }
        var output = model.graph().output(x.shape().dropFirst(1));
        this.loss = loss != null ? loss : choices.loss(output, train.y());
        this.optimizer = optimizer != null ? optimizer : choices.add("optimizer", new Adam(1e-3));
        this.metrics = metrics != null ? metrics : choices.metrics(output, train.y());
        this.batch = Math.min(train.size(), batch != 0 ? batch : choices.add("batch", DEFAULT_BATCH));
        this.epochs = epochs != 0 ? epochs : choices.add("epochs", DEFAULT_EPOCHS);
        this.quiet = quiet;
        this.targets = this.loss.prepare(output, train.y());
        // Only the check is wanted: metrics are measured on the targets that the loss prepared.
        this.metrics.forEach(m -> m.prepare(output, train.y()));
        this.optimizer.write();
        this.validation = validation == null
                ? null
                : new Evaluator(model, notEmpty("validation", validation), this.loss, this.metrics);
        this.seed = seed.orElseGet(() -> RandomStream.session().nextSeed());
    }

    private static Dataset notEmpty(String part, Dataset data) {
        if (data.size() == 0) {
            throw new IllegalArgumentException("train: the " + part
                    + " part is empty; give it one example or more, for example by another share in split(…)");
        }
        return data;
    }

    public Run run() {
        model.prepare(seed, loss);
        var setup = new Setup(model, loss, optimizer, metrics, batch, epochs, seed);
        int before = TorchEngine.threads();
        try {
            var threads = threads(setup);
            return train(setup, threads);
        } finally {
            TorchEngine.threads(before);
        }
    }

    @SuppressWarnings("try") // The lock is held, not used.
    private Threads threads(Setup setup) {
        try (var random = random()) {
            long work = model.graph().work(x.shape().dropFirst(1)) * batch;
            return Threads.suiting(work, () -> Steps.rehearsal(setup, x, targets));
        }
    }

    @SuppressWarnings("try") // The lock is held, not used.
    private Run train(Setup setup, Threads threads) {
        var run = new TrainingRun(setup, threads, choices.toString(), train, validation != null);
        var observers = new Observers(run, quiet);
        if (!quiet && !choices.toString().isEmpty()) {
            System.out.println("fit chose " + choices);
        }
        try (var random = random()) {
            var steps = Steps.training(setup, x, targets);
            new Loop(setup, threads, steps, validation, run, observers).train();
        }
        return run;
    }

    /** The native generator, seeded afresh, where a layer draws from it. */
    private TorchEngine.AutoCloseableLock random() {
        boolean drawing = model.graph().layers().anyMatch(Layer::isRandom);
        return drawing ? TorchEngine.seeded(seed) : TorchEngine.unseeded();
    }
}

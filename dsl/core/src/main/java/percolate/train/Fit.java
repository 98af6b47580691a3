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
    private final Dataset validation;
    private final Choices choices = new Choices();
    private final Loss loss;
    private final Optimizer optimizer;
    private final List<Metric> metrics;
    private final int batch;
    private final int epochs;
    private final long seed;
    private final boolean quiet;
    private final Tensor x;

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
        this.validation = validation == null ? null : notEmpty("validation", validation);
        this.x = model.admit(train.x());
        this.loss = loss != null ? loss : choices.loss(model.outputShape(), train.y());
        this.optimizer = optimizer != null ? optimizer : choices.add("optimizer", new Adam(1e-3));
        this.metrics = metrics != null ? metrics : choices.metrics(model.outputShape(), train.y());
        this.batch = Math.min(train.size(), batch != 0 ? batch : choices.add("batch", DEFAULT_BATCH));
        this.epochs = epochs != 0 ? epochs : choices.add("epochs", DEFAULT_EPOCHS);
        this.seed = seed.orElseGet(() -> RandomStream.session().nextSeed());
        this.quiet = quiet;
    }

    private static Dataset notEmpty(String part, Dataset data) {
        if (data.size() == 0) {
            throw new IllegalArgumentException("train: the " + part
                    + " part is empty; give it one example or more, for example by another share in split(…)");
        }
        return data;
    }

    public Run run() {
        var targets = loss.prepare(model.outputShape(), train.y());
        metrics.forEach(m -> m.prepare(model.outputShape(), train.y()));
        var evaluator = validation == null ? null : new Evaluator(model, validation, loss, metrics);
        model.prepare(seed, loss);
        int threads = Threads.suiting(model.graph().work(x.shape().dropFirst(1)) * batch);
        var setup = new Setup(model, loss, optimizer, metrics, batch, epochs, seed, threads);
        var run = new TrainingRun(setup, choices.toString(), train, validation != null);
        var observers = new Observers(run, quiet);
        if (!quiet && !choices.toString().isEmpty()) {
            System.out.println("fit chose " + choices);
        }
        int before = TorchEngine.threads();
        TorchEngine.threads(threads);
        boolean drawing = model.graph().layers().anyMatch(Layer::isRandom);
        try (var random = drawing ? TorchEngine.seeded(seed) : TorchEngine.unseeded()) {
            new Loop(setup, new Steps(setup, x, targets), evaluator, run, observers).train();
        } finally {
            TorchEngine.threads(before);
        }
        return run;
    }
}

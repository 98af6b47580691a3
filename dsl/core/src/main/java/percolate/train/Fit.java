package percolate.train;

import java.util.List;
import percolate.Dataset;
import percolate.Layer;
import percolate.Loss;
import percolate.Model;
import percolate.Run;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.TorchEngine;
import percolate.loss.Reduction;
import percolate.model.Carried;
import percolate.model.Graph;
import percolate.optimizer.Adam;
import percolate.program.Programs;
import percolate.program.Roles;
import percolate.tensor.RandomStream;

/** One call of {@code fit}: completes what was not said, checks that everything fits, and trains. */
public final class Fit {
    private static final int DEFAULT_BATCH = 32;
    private static final int DEFAULT_EPOCHS = 10;

    private final Plan plan;
    private final Choices choices = new Choices();
    private final Setup setup;
    private final Evaluator validation;
    private final List<Tensor> x;
    private final Tensor targets;

    /** @throws IllegalArgumentException if data, model and loss do not fit; the model has its shape then, and nothing else */
    public Fit(Model model, Plan plan) {
        this.plan = plan;
        var train = notEmpty("training", plan.train());
        x = model.admit(train.inputs());
        refuseWithoutWeights(model);
        var output = model.graph().outputs(examples(x)).get(0);
        var loss = plan.loss() != null ? plan.loss() : choices.loss(model.graph(), output, train.y());
        var optimizer = plan.optimizer() != null ? plan.optimizer() : choices.add("optimizer", new Adam(1e-3));
        var metrics = plan.metrics() != null ? plan.metrics() : choices.metrics(loss, model.graph(), output, train.y());
        int batch = plan.batch() != 0 ? plan.batch() : choices.add("batch", DEFAULT_BATCH);
        int epochs = plan.epochs() != 0 ? plan.epochs() : choices.add("epochs", DEFAULT_EPOCHS);
        sayOrder(model, batch);
        targets = loss.prepare(output, train.y());
        // Only the check is wanted: metrics are measured on the targets that the loss prepared.
        metrics.forEach(m -> m.prepare(output, targets));
        reduced(loss);
        optimizer.write(Programs.parameters(model.graph(), Roles.of(model.graph(), model.frozenLayers())));
        validation = plan.validation() == null
                ? null
                : new Evaluator(model, notEmpty("validation", plan.validation()), loss, metrics, batch);
        long seed = plan.seed().orElseGet(() -> RandomStream.session().nextSeed());
        setup = new Setup(model, loss, optimizer, metrics, Math.min(train.size(), batch), epochs, seed);
    }

    /** Stateful layers need their batches in a row. */
    private void sayOrder(Model model, int batch) {
        if (!Carried.in(model.graph())) {
            return;
        }
        choices.add("order", "as the data has it, for stateful layers");
        int left = plan.train().size() % batch;
        if (plan.train().size() > batch && left != 0) {
            choices.add("zeros", "for the states of the last batch, which has " + left + " examples");
        }
    }

    /** Refuses a loss that gives more than one number. */
    static void reduced(Loss loss) {
        if (loss.reduction() == Reduction.NONE) {
            throw new IllegalArgumentException("train: expected a loss of one number, got " + loss
                    + ", which gives one for each element; take mean() or sum()");
        }
    }

    private static void refuseWithoutWeights(Model model) {
        if (model.parameterCount() == 0) {
            throw new IllegalArgumentException(
                    "train: " + model + " has no weights to train; add a layer that has, such as dense(…)");
        }
        if (Roles.of(model.graph(), model.frozenLayers()).trained().isEmpty()) {
            throw new IllegalArgumentException("train: all layers that have weights are frozen, " + model.frozenLayers()
                    + "; unfreeze(…) some, or unfreeze(\"*\")");
        }
    }

    /** The shapes of one example of each input. */
    static List<Shape> examples(List<Tensor> x) {
        return x.stream().map(t -> t.shape().dropFirst(1)).toList();
    }

    private static Dataset notEmpty(String part, Dataset data) {
        if (data.size() == 0) {
            throw new IllegalArgumentException("train: the " + part
                    + " part is empty; give it one example or more, for example by another share in split(…)");
        }
        return data;
    }

    public Run run() {
        setup.model().prepare(setup.seed(), setup.loss());
        int before = TorchEngine.threads();
        try {
            return train(threads());
        } finally {
            TorchEngine.threads(before);
            setup.model().trainedIn(setup.batch());
        }
    }

    @SuppressWarnings("try") // The lock is held, not used.
    private Threads threads() {
        try (var random = random()) {
            // What waits for Java in each step cannot be rehearsed on copies.
            long work = Steps.isApart(setup.model(), setup.loss()) ? 0 : graph().work(examples(x)) * setup.batch();
            return Threads.suiting(work, () -> Steps.rehearsal(setup, x, targets));
        }
    }

    @SuppressWarnings("try") // The lock is held, not used.
    private Run train(Threads threads) {
        var run = new TrainingRun(setup, threads, choices.toString(), plan.train(), validation != null);
        var observers = new Observers(run, plan.quiet());
        if (!plan.quiet() && !choices.toString().isEmpty()) {
            System.out.println("fit chose " + choices);
        }
        try (var random = random()) {
            var steps = Steps.training(setup, x, targets);
            new Loop(setup, threads, steps, validation, run, observers).train();
        }
        if (!plan.quiet() && run.state() == Run.State.INTERRUPTED) {
            System.out.println(run.stopped());
        }
        return run;
    }

    /** The native generator, seeded afresh, where a layer draws from it. */
    private TorchEngine.AutoCloseableLock random() {
        boolean drawing =
                graph().layers().anyMatch(Layer::isRandom) || setup.loss().isRandom();
        return drawing ? TorchEngine.seeded(setup.seed()) : TorchEngine.unseeded();
    }

    private Graph graph() {
        return setup.model().graph();
    }
}

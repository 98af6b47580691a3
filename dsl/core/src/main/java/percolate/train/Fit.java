package percolate.train;

import java.util.List;
import percolate.Dataset;
import percolate.LearningRates;
import percolate.Model;
import percolate.Optimizer;
import percolate.Run;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.TorchEngine;
import percolate.insight.RangeTest;
import percolate.insight.Retrace;
import percolate.model.Carried;
import percolate.optimizer.Adam;
import percolate.program.Programs;
import percolate.program.Roles;
import percolate.program.Truncation;
import percolate.tensor.RandomStream;

/** One call of {@code fit}: completes what was not said, checks that everything fits, and trains. */
public final class Fit {
    private static final int DEFAULT_BATCH = 32;
    private static final int LEAST_EPOCHS = 10;
    private static final int LEAST_STEPS = 500;
    private static final int SMALL = 1_000;

    private final Plan plan;
    private final Choices choices = new Choices();
    private final Setup setup;
    private final Resumed resumed;
    private final Task task;

    /** @throws IllegalArgumentException if data, model and loss do not fit; the model has its shape then, and nothing else */
    public Fit(Model model, Plan plan) {
        this.plan = plan;
        this.resumed = Resumed.of(plan.resumed());
        if (plan.device() != null) {
            model.to(plan.device());
        }
        notEmpty("training", plan.train());
        if (plan.validation() != null) {
            notEmpty("validation", plan.validation());
        }
        if (plan.objective() == null) {
            refuseFurther(plan);
            var data = Supply.sample(plan.train());
            var x = model.admit(data.inputs());
            refuseWithoutWeights(model);
            var losses = plan.classWeights().in(plan.losses(), output(model, x), first(data));
            var judgement = Judgement.of("train", model.graph(), x, data, losses, plan.metrics(), choices);
            var optimizer = optimizer(model);
            var roles = Roles.of(model.graph(), model.frozenLayers(), judgement.judged());
            optimizer.write(Programs.parameters(model.graph(), roles));
            int batch = batch();
            var truncation = Windowed.of(plan.bptt(), model.graph(), x, judgement);
            if (truncation.cuts()) {
                choices.forgetting(truncation.length(), Windowed.forgetting(model.graph()));
            }
            var validation = plan.validation() == null
                    ? null
                    : new Evaluator(model, plan.validation(), judgement.judged(), batch, truncation.cuts());
            setup = setup(model, optimizer, batch, truncation);
            task = new Supervised(setup, judgement, plan.train(), x, validation);
        } else {
            refuseMetrics(plan);
            refuseWithoutWeights(model);
            setup = setup(model, optimizer(model), batch(), Truncation.NONE);
            task = new Objective(setup, plan.objective(), plan.further(), plan.train(), plan.validation());
        }
    }

    /** A model of few weights bears larger steps, and needs fewer of them. */
    private Optimizer optimizer(Model model) {
        return plan.optimizer() != null
                ? plan.optimizer()
                : choices.add("optimizer", new Adam(model.parameterCount() < SMALL ? 1e-2 : 1e-3));
    }

    /** The shape of one example's first output. */
    private static Shape output(Model model, List<Tensor> x) {
        return model.graph().outputs(examples(x)).get(0);
    }

    /** The first targets, null where there are none. */
    private static Tensor first(Dataset data) {
        return data.targets().isEmpty() ? null : data.targets().get(0);
    }

    private int batch() {
        return plan.batch() != 0 ? plan.batch() : choices.add("batch", DEFAULT_BATCH);
    }

    /** More passes over few examples, for it is steps that a model learns by. */
    private static long epochs(long perEpoch) {
        return Math.max(LEAST_EPOCHS, (LEAST_STEPS + perEpoch - 1) / perEpoch);
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

    /** Comes last, for it may draw a seed. */
    private Setup setup(Model model, Optimizer optimizer, int batch, Truncation truncation) {
        int size = Math.min(plan.train().size(), batch);
        int epochs = epochs(batch, truncation.windows());
        if (!truncation.cuts()) {
            sayOrder(model, batch);
        }
        long seed = plan.seed().orElseGet(() -> resumed.seed()
                .orElseGet(() -> RandomStream.session().nextSeed()));
        return new Setup(
                model, optimizer, plan.schedule(), size, epochs, plan.steps(), plan.accumulate(), truncation, seed);
    }

    /** @param windows steps for each batch */
    private int epochs(int batch, int windows) {
        if (plan.epochs() != 0) {
            return plan.epochs();
        }
        long perEpoch = (plan.train().size() + (long) batch - 1) / batch * windows;
        return plan.steps() != 0
                ? Math.toIntExact((plan.steps() + perEpoch - 1) / perEpoch)
                : choices.add("epochs", (int) epochs(perEpoch));
    }

    private static void refuseFurther(Plan plan) {
        if (!plan.further().isEmpty()) {
            throw new IllegalArgumentException("train.with: expected an objective(batch -> …) that uses these weights,"
                    + " got losses of this model's outputs; say objective too, or leave with(…) out");
        }
    }

    private static void refuseMetrics(Plan plan) {
        if (!plan.classWeights().equals(ClassWeights.NONE)) {
            throw new IllegalArgumentException(
                    "train.classWeights: expected crossEntropy() of labels, got an objective,"
                            + " which tells no classes; weigh them in the objective");
        }
        if (plan.bptt() != 0) {
            throw new IllegalArgumentException("train.bptt: expected losses of outputs along time, got an objective;"
                    + " cut the sequences in it, x.slice(1, from, to), and detach the states");
        }
        if (plan.metrics() != null && !plan.metrics().isEmpty()) {
            throw new IllegalArgumentException(
                    "train.metrics: expected losses of outputs, got an objective, which tells"
                            + " no predictions from targets; leave metrics out, and measure with evaluate(data, …)");
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

    private static void notEmpty(String part, Dataset data) {
        if (data.size() == 0) {
            throw new IllegalArgumentException("train: the " + part
                    + " part is empty; give it one example or more, for example by another share in split(…)");
        }
    }

    /**
     * Tries learning rates on this model, whose weights change; the session's stream of random numbers stays as it is.
     *
     * @throws IllegalArgumentException if an objective was said
     */
    public static LearningRates learningRates(Model model, Plan plan) {
        if (plan.objective() != null) {
            throw new IllegalArgumentException("lrFind: expected losses of the model's outputs, got an objective, whose"
                    + " function may use other models; try rates with fit() and a few epochs(…)");
        }
        return new RandomStream(plan.seed().orElse(0)).during(() -> {
            var fit = new Fit(model, plan);
            fit.task.begin();
            return RangeTest.of(new Replayed(plan, fit.setup, fit.task));
        });
    }

    public Run run() {
        var run = new TrainingRun(setup, task, choices.toString(), plan.train(), plan.validation() != null);
        check(run);
        task.begin();
        var replay = new Replayed(plan, setup, task);
        var retrace = new Retrace(replay);
        int before = TorchEngine.threads();
        try {
            run.begin(threads(), replay, retrace);
            return train(run);
        } finally {
            TorchEngine.threads(before);
            retrace.ended();
            setup.model().trainedIn(setup.batch());
        }
    }

    /** Before anything is changed. */
    private void check(TrainingRun run) {
        int perEpoch = new Order(plan.train(), setup).perEpoch();
        setup.schedule().check(new Pace(setup, perEpoch, run::history).steps(), run.names());
        plan.callbacks().stream().filter(Inside.class::isInstance).forEach(c -> ((Inside) c).check(run.names()));
        resumed.check(run.identity());
    }

    @SuppressWarnings("try") // The lock is held, not used.
    private Threads threads() {
        int said = plan.threads() != 0 ? plan.threads() : resumed.threads();
        if (said != 0) {
            return Threads.said(said);
        }
        try (var random = random()) {
            return Threads.suiting(task.work(), plan.mostThreads(), task::rehearsal);
        }
    }

    @SuppressWarnings("try") // The lock is held, not used.
    private Run train(TrainingRun run) {
        var observers = new Observers(run, plan.quiet());
        if (!plan.quiet() && !choices.toString().isEmpty()) {
            System.out.println("fit chose " + choices);
            choices.doubts().forEach(doubt -> System.out.println("fit: " + doubt));
        }
        try (var random = random()) {
            var steps = task.steps(run::history);
            new Loop(setup, steps, task.validation(), run, observers, plan, resumed).train();
        }
        setup.model().trainedBy(run::provenance);
        if (!plan.quiet() && run.state() == Run.State.INTERRUPTED) {
            System.out.println(run.stopped());
        }
        return run;
    }

    /** The native generator, seeded afresh, where a step draws from it. */
    private TorchEngine.AutoCloseableLock random() {
        return task.isRandom() ? TorchEngine.seeded(setup.seed()) : TorchEngine.unseeded();
    }
}

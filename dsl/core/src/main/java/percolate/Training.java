package percolate;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import percolate.train.Fit;
import percolate.train.Plan;

/**
 * How a model is to be trained. Each option gives a new description; {@link #fit} trains. What is not said is chosen, and
 * said by {@link Run#choices}.
 */
public final class Training {
    private final Model model;
    private final Plan plan;

    Training(Model model, Dataset train, Dataset validation) {
        this(model, new Plan(train, validation));
    }

    private Training(Model model, Plan plan) {
        this.model = model;
        this.plan = plan;
    }

    /** What is made small; chosen by the targets unless said: crossEntropy for class labels, mse for numbers. */
    public Training loss(Loss loss) {
        return new Training(model, plan.withLosses(loss));
    }

    /**
     * What is made small of a model with several outputs: the sum of a loss of each, {@code crossEntropy().at("kind"),
     * huber().times(5).at("box")}. A loss without {@code at} takes the next output in order; outputs without a loss are not
     * trained.
     *
     * <p>An output's targets are those of its name, where the data has names, else those in its place. Tables have a column
     * for each loss as it is weighed, {@code kind_loss}, and for each metric, {@code kind_accuracy}; {@code loss} is the sum.
     *
     * @throws IllegalArgumentException in {@link #fit} if there is no such output, or another number of losses or targets
     */
    public Training losses(Loss... losses) {
        return new Training(model, plan.withLosses(losses));
    }

    /**
     * What is made small as a function of the whole batch, for several models at once, pairs, autoencoders. It runs step by
     * step, in Java; models behave in it as in training, and in the validation after an epoch as in use.
     *
     * <pre>{@code
     * twins.train(pairs).objective(batch -> {
     *     var d = embed.apply(batch.x(0)).minus(embed.apply(batch.x(1))).norm(1);
     *     return contrastive(1).of(d, batch.y());
     * })
     * }</pre>
     *
     * @param objective gives one number, computed from this model's weights and those of {@link #with}
     */
    public Training objective(Function<Batch, Tensor> objective) {
        return new Training(model, plan.withObjective(objective));
    }

    /** What an {@link #objective} trains beside this model: {@code encoder.train(x).objective(…).with(decoder)}. */
    public Training with(Parameters... further) {
        return new Training(model, plan.withFurther(further));
    }

    /** adam(0.001) unless said, adam(0.01) for a model of fewer than 1,000 weights. */
    public Training optimizer(Optimizer optimizer) {
        return new Training(model, plan.withOptimizer(optimizer));
    }

    /**
     * What is measured beside the loss; accuracy for class labels unless said. None: {@code metrics()}. Of a model with several
     * outputs each judged one that it fits, or the one that it names, {@code accuracy().at("kind")}.
     */
    public Training metrics(Metric... metrics) {
        return new Training(model, plan.withMetrics(Arrays.asList(metrics)));
    }

    /** Examples per step, 32 unless said; the last batch of an epoch may be smaller and is trained too. */
    public Training batch(int size) {
        return new Training(model, plan.withBatch(size));
    }

    /** Passes over the data; unless said 10, and more of little data, so that there are 500 steps. */
    public Training epochs(int count) {
        return new Training(model, plan.withEpochs(count));
    }

    /**
     * Fixes the order of examples, dropout, and the weights of a model that was not trained yet. The session's own stream
     * of random numbers stays as it is.
     */
    public Training seed(long seed) {
        return new Training(model, plan.withSeed(seed));
    }

    /** Data to measure on after every epoch. */
    public Training validation(Dataset data) {
        return new Training(model, plan.withValidation(data));
    }

    /**
     * How many threads of the native library a step uses. Unless said, a step of fewer than 10 million multiplications runs on
     * one and a larger one on all processors; the provenance says how many. Another number may change the last digits.
     */
    public Training threads(int count) {
        return new Training(model, plan.withThreads(count));
    }

    /**
     * How the learning rate changes, {@code cosine().warmUp(400)}; constant unless said. A row of the run's table has the rate
     * of its epoch's last step.
     *
     * @throws IllegalArgumentException in {@link #fit} if the training has too few steps for it
     */
    public Training schedule(Schedule schedule) {
        return new Training(model, plan.withSchedule(schedule));
    }

    /** What happens after every epoch, in this order, beside what was said before: {@code earlyStopping(3).restoreBest()}. */
    public Training callbacks(Callback... callbacks) {
        return new Training(model, plan.withCallbacks(Arrays.asList(callbacks)));
    }

    /** Something to do after every epoch: {@code onEpoch(e -> display(e.model()))}; {@link Epoch#stop} ends the training. */
    public Training onEpoch(Consumer<Epoch> action) {
        Objects.requireNonNull(action, "train.onEpoch: expected a function of an epoch, got null");
        return new Training(model, plan.withCallbacks(List.of(action::accept)));
    }

    /** Something to do after every step. Steps then run one by one, which makes small models slower. */
    public Training onStep(Consumer<Progress> action) {
        return new Training(model, plan.withOfSteps(action));
    }

    /** Ends after so many steps, within an epoch too, whose row then holds what there was of it. */
    public Training steps(int count) {
        return new Training(model, plan.withSteps(count));
    }

    /**
     * Averages the gradients of so many batches before the weights change, as if the batches were one that does not fit into
     * memory. Steps, and a schedule, still count batches; the last weights of an epoch may change by fewer.
     */
    public Training accumulate(int batches) {
        return new Training(model, plan.withAccumulate(batches));
    }

    /**
     * Truncated backpropagation through time: cuts each batch's sequences along time into windows of so many steps, the last
     * one what is left, and trains on one after the other. Gradients reach back one window. The states of {@code stateful()}
     * layers are carried over from window to window as numbers, and each batch begins with zeros; a recurrent layer that is
     * not stateful begins each window with zeros, and a sentence says so. Each window is a step, of the schedule too.
     *
     * <p>Sequences no longer than a window are not cut, and all is as without: so it is with {@code
     * text(s).window(35).stream(20)} and {@code bptt(35)}, where the window of the data is the truncation, and {@code
     * stateful()} layers go on from batch to batch through the whole text. Take {@code stream} for one long text, {@code
     * bptt} for sequences that each begin anew.
     *
     * @throws IllegalArgumentException in {@link #fit} unless the model has inputs of {@code TIME}, all of one length, and an
     *     output and a target for each step
     * @see <a href="https://doi.org/10.1162/neco.1990.2.4.490">Williams and Peng 1990</a>
     */
    public Training bptt(int steps) {
        return new Training(model, plan.withBptt(steps));
    }

    /**
     * How much each class counts, in the order of the classes; the loss is then crossEntropy, Σ wᵧ·loss / Σ wᵧ, as
     * {@link percolate.loss.CrossEntropy#weights} says.
     *
     * @throws IllegalArgumentException in {@link #fit} if there is another loss, or another number of classes
     */
    public Training classWeights(Number... weights) {
        return new Training(model, plan.withClassWeights(weights));
    }

    /**
     * Lets all classes count alike however many examples each has: {@code classWeights("balanced")} weighs each of k classes by
     * n / (k·nᵧ), with n examples of which nᵧ are of the class.
     */
    public Training classWeights(String balanced) {
        return new Training(model, plan.withClassWeights(balanced));
    }

    /**
     * Keeps numbers of the layers on the run, after every epoch: {@code "gradients"} of the epoch's last batch,
     * {@code "weights"}, {@code "activations"} of the first 256 examples; {@link Run#watched(String)} has norm, mean and
     * extremes of each, {@link Run#watched()} counts for a histogram too.
     */
    public Training watch(String... what) {
        return new Training(model, plan.withWatch(what));
    }

    /** Moves the model there before it is trained: {@code device(gpu())}; batches follow. */
    public Training device(Device device) {
        return new Training(model, plan.withDevice(device));
    }

    /** The same as {@link #device}. */
    public Training on(Device device) {
        return device(device);
    }

    /**
     * Goes on from a file that {@code checkpoint(…)} wrote, within an epoch too: with the weights, the optimizer's moments, the
     * history and the seed that are in it, and so with the same numbers as if the training had not stopped. More epochs than
     * before are allowed, all else has to be as it was.
     *
     * @throws IllegalArgumentException in {@link #fit} if the checkpoint is of another model, data set or seed
     */
    public Training resume(String file) {
        return new Training(model, plan.withResumed(file));
    }

    /** Without panel and messages. */
    public Training quiet() {
        return new Training(model, plan.quietly());
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
        return model.attempt(() -> new Fit(model, plan)).run();
    }

    /** This training as one of several at once: without panel and messages, on at most so many threads unless it was said. */
    @Internal
    public Training sharing(int threads) {
        return new Training(model, plan.quietly().withMostThreads(threads));
    }

    /** Tries learning rates on a copy of the model; see {@link Percolate#lrFind(Training)}. */
    LearningRates learningRates() {
        return Fit.learningRates(model.tried(), plan);
    }

    /** What was said so far. */
    @Override
    public String toString() {
        return plan + "; fit() starts it";
    }
}

package percolate;

import java.util.Arrays;
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
        return new Training(model, plan.withLoss(loss));
    }

    /** adam(0.001) unless said, adam(0.01) for a model of fewer than 1,000 weights. */
    public Training optimizer(Optimizer optimizer) {
        return new Training(model, plan.withOptimizer(optimizer));
    }

    /** What is measured beside the loss; accuracy for class labels unless said. None: {@code metrics()}. */
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

    /** What was said so far. */
    @Override
    public String toString() {
        return plan + "; fit() starts it";
    }
}

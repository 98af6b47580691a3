package percolate.train;

import java.util.List;
import percolate.Batch;
import percolate.Dataset;
import percolate.Gradients;
import percolate.Model;
import percolate.Optimizer;
import percolate.Parameters;
import percolate.Run;
import percolate.engine.TorchEngine;
import percolate.insight.Replay;
import percolate.tensor.RandomStream;

/** A training as it was planned, to be looked at or done again. */
record Replayed(Plan plan, Setup setup, Task task) implements Replay {
    @Override
    public Model model() {
        return setup.model();
    }

    @Override
    public boolean isSupervised() {
        return task instanceof Supervised;
    }

    @Override
    public String loss() {
        return task.loss();
    }

    @Override
    public List<Parameters> owners() {
        return task.owners();
    }

    @Override
    public Optimizer optimizer() {
        return setup.optimizer();
    }

    @Override
    public Dataset data() {
        return plan.train();
    }

    @Override
    public long seed() {
        return setup.seed();
    }

    @Override
    public int stepsPerEpoch() {
        return order().perEpoch();
    }

    private Order order() {
        return new Order(data().size(), setup);
    }

    @Override
    public Batch batch(long step) {
        var whole = data().drawn(order().examples(step, 1), setup.seed(), step / stepsPerEpoch());
        return setup.truncation().cuts()
                ? new Batch(
                        setup.truncation().inputs(whole.inputs(), step),
                        setup.truncation().targets(whole.targets(), step),
                        whole.names(),
                        whole.padding(),
                        whole.weights())
                : whole;
    }

    @Override
    @SuppressWarnings("try") // The lock is held, not used.
    public Gradients gradients(long step) {
        try (var random = task.isRandom() ? TorchEngine.seeded(setup.seed() + step) : TorchEngine.unseeded()) {
            return new RandomStream(setup.seed() + step).during(() -> task.gradients(step));
        }
    }

    @Override
    public Run again() {
        var same = plan.withoutLooks()
                .withSeed(setup.seed())
                .withBatch(setup.batch())
                .withEpochs(setup.epochs())
                .withOptimizer(setup.optimizer())
                .quietly();
        return new Fit(setup.model(), same).run();
    }
}

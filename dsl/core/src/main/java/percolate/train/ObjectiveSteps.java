package percolate.train;

import java.util.ArrayList;
import java.util.function.LongFunction;
import percolate.Batch;
import percolate.Dataset;
import percolate.Model;
import percolate.NotFiniteException;
import percolate.Stepper;
import percolate.data.Interruption;
import percolate.tensor.RandomStream;

/** Training steps of an objective, each computed in Java. */
final class ObjectiveSteps implements Steps {
    private final Model model;
    private final Objective objective;
    private final Stepper stepper;
    private final LongFunction<Batch> examples;
    private final Ahead ahead;
    private final Order order;
    private final RandomStream random;
    private final Tally tally = Tally.ofLoss();
    private String failure = "";

    ObjectiveSteps(Setup setup, Objective objective, Stepper stepper, Dataset data) {
        this.model = setup.model();
        this.objective = objective;
        this.stepper = stepper;
        this.order = new Order(data, setup);
        this.examples = step -> data.drawn(order.examples(step, 1), setup.seed(), step / order.perEpoch());
        this.ahead = data.isHeld() ? null : new Ahead(examples, 0);
        this.random = new RandomStream(setup.seed());
    }

    @Override
    public Order order() {
        return order;
    }

    /** Of no use: what Java makes of the examples is not known. */
    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public Tally tally() {
        tally.clear();
        return tally;
    }

    @Override
    public Done run(long from, int count) {
        var scores = new ArrayList<double[]>();
        try {
            for (int i = 0; i < count; i++) {
                scores.add(new double[] {step(from + i)});
            }
        } catch (Interruption e) {
            // The steps before count.
            return new Done(scores, false);
        } catch (NotFiniteException e) {
            failure = e.found();
            scores.add(new double[] {Double.NaN});
            return new Done(scores, true);
        }
        return new Done(scores, false);
    }

    private double step(long number) {
        if (number % order.perEpoch() == 0) {
            model.resetStates();
        }
        var batch = objective.moved(ahead == null ? examples.apply(number) : ahead.batch(number));
        return random.during(() -> stepper.step(() -> objective.value(batch)));
    }

    @Override
    public void close() {
        if (ahead != null) {
            ahead.close();
        }
    }

    @Override
    public String failure(long step) {
        return failure;
    }
}

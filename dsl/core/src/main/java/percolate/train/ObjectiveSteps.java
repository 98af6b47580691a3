package percolate.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import percolate.Batch;
import percolate.Dataset;
import percolate.Epoch;
import percolate.Model;
import percolate.NotFiniteException;
import percolate.Parameters;
import percolate.Stepper;
import percolate.data.Interruption;
import percolate.engine.Array;
import percolate.engine.TorchEngine;
import percolate.tensor.Differentiation;
import percolate.tensor.RandomStream;

/** Training steps of an objective, each computed in Java. */
final class ObjectiveSteps implements Steps {
    private final Model model;
    private final Objective objective;
    private final Stepper stepper;
    private final LongFunction<Batch> examples;
    private final Ahead ahead;
    private final Order order;
    private final Pace pace;
    private final int accumulate;
    /** Null where no gradients wait. */
    private final GradientSums sums;

    private final Tally tally = Tally.ofLoss();
    private String failure = "";

    ObjectiveSteps(Setup setup, Objective objective, Stepper stepper, Dataset data, Supplier<List<Epoch>> history) {
        this.model = setup.model();
        this.objective = objective;
        this.stepper = stepper;
        this.order = new Order(data, setup);
        this.examples = step -> data.drawn(order.examples(step, 1), setup.seed(), step / order.perEpoch());
        this.ahead = data.isHeld() ? null : new Ahead(examples, 0);
        this.pace = new Pace(setup, order.perEpoch(), history);
        this.accumulate = setup.accumulate();
        this.sums = accumulate == 1 ? null : new GradientSums(owners());
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
    public List<Array> weights() {
        return Stream.concat(model.arrays().stream(), objective.further().stream())
                .toList();
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public Map<String, List<Array>> state() {
        var state = new LinkedHashMap<>(stepper.state());
        if (sums != null) {
            state.put("sums", sums.arrays());
        }
        state.put("further", objective.further());
        return state;
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
        long drawing = order.seed(number);
        TorchEngine.seed(drawing);
        stepper.rate(pace.rate(number));
        return new RandomStream(drawing)
                .during(() -> accumulate == 1
                        ? stepper.step(() -> objective.value(batch))
                        : gather(order.turn(number, accumulate), batch));
    }

    private Parameters[] owners() {
        return objective.owners().toArray(Parameters[]::new);
    }

    /** Adds a batch's gradients to those before, and changes the weights by their mean where it is time. */
    private double gather(Order.Turn turn, Batch batch) {
        var gradients = Differentiation.of(() -> objective.value(batch), owners());
        sums.add(gradients);
        if (turn.change()) {
            stepper.step(sums.mean(turn.gathered(), gradients));
        }
        return gradients.loss();
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

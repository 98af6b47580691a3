package percolate.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import percolate.Batch;
import percolate.Dataset;
import percolate.Device;
import percolate.Epoch;
import percolate.Gradients;
import percolate.Model;
import percolate.Parameters;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.optimizer.Bound;
import percolate.tensor.Differentiation;
import percolate.tensor.RandomStream;

/** A function of whole batches is to become small. It runs in Java, step by step. */
final class Objective implements Task {
    /** What the function draws in a validation is the same after each epoch, and another thing than in training. */
    private static final long MEASURING = 0x6D65_6173_7572_65L;

    private final Setup setup;
    private final Function<Batch, Tensor> function;
    private final List<Parameters> owners;
    private final Dataset data;
    private final Dataset validation;

    /**
     * @param further what is trained beside the model
     * @param validation null where there is none
     */
    Objective(
            Setup setup, Function<Batch, Tensor> function, List<Parameters> further, Dataset data, Dataset validation) {
        this.setup = setup;
        this.function = function;
        this.owners = new ArrayList<>(further);
        this.owners.add(0, setup.model());
        this.data = data;
        this.validation = validation;
    }

    @Override
    public void begin() {
        long seed = setup.seed();
        for (var owner : owners) {
            if (owner instanceof Model model) {
                model.begin(seed++);
            }
        }
    }

    @Override
    public Steps steps(Supplier<List<Epoch>> history) {
        var stepper = setup.optimizer().on(owners.toArray(Parameters[]::new));
        return new ObjectiveSteps(setup, this, stepper, data, history);
    }

    /** The function's value for a batch, one real number. */
    Tensor value(Batch batch) {
        var value = function.apply(batch);
        if (value == null || value.size() != 1 || !value.dtype().isFloating()) {
            throw new ShapeException("objective: expected one real number for a batch of " + batch.size() + ", got "
                    + (value == null ? "null" : "shape " + value.shape() + " " + value.dtype())
                    + "; end it with mean() or sum()");
        }
        return value;
    }

    /** What the models and parameters named beside the model hold. */
    List<Array> further() {
        return owners.stream()
                .skip(1)
                .flatMap(owner ->
                        owner instanceof Model model ? model.arrays().stream() : Bound.arrays(List.of(owner)).stream())
                .toList();
    }

    /** A batch on the model's device. */
    Batch moved(Batch batch) {
        return new Batch(
                moved(batch.inputs()), moved(batch.targets()), batch.names(), batch.padding(), batch.weights());
    }

    private List<Tensor> moved(List<Tensor> tensors) {
        return tensors.stream().map(t -> t.to(device())).toList();
    }

    @Override
    public long work() {
        return 0;
    }

    @Override
    public Steps rehearsal() {
        throw new IllegalStateException("objective: a function in Java cannot be rehearsed");
    }

    @Override
    public boolean isRandom() {
        return true;
    }

    @Override
    public Supplier<Map<String, Double>> validation() {
        return validation == null ? null : () -> new RandomStream(setup.seed() + MEASURING).during(this::measure);
    }

    private Map<String, Double> measure() {
        double sum = 0;
        for (var batch : validation.batches(setup.batch())) {
            sum += (double) value(moved(batch)).item() * batch.size();
        }
        return new LinkedHashMap<>(Map.of("loss", sum / validation.size()));
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public String loss() {
        return "an objective, in Java";
    }

    @Override
    public List<Parameters> owners() {
        return List.copyOf(owners);
    }

    @Override
    public Gradients gradients(long step) {
        var batch = moved(new Replayed(new Plan(data, null), setup, this).batch(step));
        setup.model().resetStates();
        return Differentiation.of(() -> value(batch), owners.toArray(Parameters[]::new));
    }

    @Override
    public Device device() {
        return setup.model().graph().device();
    }
}

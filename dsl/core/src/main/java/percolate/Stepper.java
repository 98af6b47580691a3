package percolate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import percolate.engine.Array;
import percolate.engine.NativeProgram;
import percolate.optimizer.Bound;
import percolate.program.Programs;
import percolate.tensor.Differentiation;

/**
 * An optimizer bound to weights, with its moments: {@code var opt = adam(1e-3).on(net)}. A step is the same native text as in
 * {@code train}, so both give the same digits.
 *
 * <p>Penalties that layers have of their own are followed, though the loss that a step returns is the lambda's alone.
 */
public final class Stepper {
    private final Optimizer optimizer;
    private final Parameters[] owners;
    private final List<Array> bound;
    private final Map<String, List<Array>> moments = new LinkedHashMap<>();
    private final NativeProgram program;
    private double rate;
    private double[] rates = {};
    private int steps;

    Stepper(Optimizer optimizer, Parameters... owners) {
        this.optimizer = optimizer;
        this.owners = owners.clone();
        this.rate = optimizer.rate();
        var weights = Bound.of(owners);
        this.bound = weights.arrays();
        this.program = Programs.step(optimizer, weights.parameters());
        for (var moment : optimizer.moments()) {
            moments.put(moment.name(), bound.stream().map(moment::begin).toList());
        }
        weights.settle();
    }

    /**
     * Computes a loss, its gradients, and changes the weights.
     *
     * @param loss computes a scalar from the weights
     * @return the loss before the step
     * @throws IllegalArgumentException if the loss does not depend on the weights
     */
    public float step(Supplier<Tensor> loss) {
        var gradients = Differentiation.of(loss, owners);
        step(gradients);
        gradients.close();
        return gradients.loss();
    }

    /**
     * Changes the weights by a loss that was computed from them and recorded; what was recorded is forgotten then. For
     * several steps by one loss take {@code gradients(loss, …)} first.
     */
    public void step(Tensor loss) {
        var gradients = Differentiation.once(loss, owners);
        step(gradients);
        gradients.close();
    }

    /**
     * Changes the weights by gradients that were seen, or changed, before.
     *
     * @throws IllegalArgumentException if one of the weights has none
     * @throws NotFiniteException if the loss or a gradient is infinite or no number; the weights stay as they are
     */
    public void step(Gradients gradients) {
        Objects.requireNonNull(gradients, "step: the gradients are null");
        refuseOthers();
        if (!Float.isFinite(gradients.loss())) {
            throw failure(gradients);
        }
        var changes = new ArrayList<Array>();
        bound.forEach(w -> changes.add(gradients.of(w)));
        var arguments = new NativeProgram.Arguments().add("ps", bound).add("gs", changes);
        moments.forEach(arguments::add);
        var failed = program.run(false, arguments.add(Array.of(new double[] {rate}, Shape.of())));
        if (failed.get(0).toFloats()[0] != 0) {
            throw failure(gradients);
        }
        advance();
    }

    /** The gradient nearest to the loss, from where what is not finite spread to those before. */
    private NotFiniteException failure(Gradients gradients) {
        var found = "a loss of " + gradients.loss();
        for (var norm : gradients.norms().entrySet()) {
            if (!Float.isFinite(norm.getValue())) {
                found = "the loss " + gradients.loss() + ", and in the gradient of " + norm.getKey()
                        + " no finite ones";
            }
        }
        return new NotFiniteException(
                optimizer.attributes().kind() + ".step, learning rate " + rate,
                found + "; take a smaller learning rate or clipNorm(1), and keep roots, logarithms and divisors away"
                        + " from 0");
    }

    /** Moments belong to the weights they began with, not to others of the same shapes. */
    private void refuseOthers() {
        var weights = Bound.arrays(List.of(owners));
        if (!weights.equals(bound)) {
            throw new IllegalStateException(optimizer.attributes().kind()
                    + ".step: expected the weights it was bound to, of shapes "
                    + bound.stream().map(Array::shape).toList() + ", got others, of shapes "
                    + weights.stream().map(Array::shape).toList()
                    + "; after freezing, thawing or exchanging weights bind the optimizer anew with on(…)");
        }
    }

    /** The moments themselves, by name. */
    @Internal
    public Map<String, List<Array>> state() {
        return Collections.unmodifiableMap(moments);
    }

    /**
     * Lets the learning rate follow a schedule from the next step on, for a loop of so many epochs: step t gets η·f(t) with the
     * optimizer's rate η.
     *
     * @throws IllegalArgumentException if the schedule looks at what epochs brought, which a loop by hand knows alone
     */
    public Stepper schedule(Schedule its, int epochs, int stepsPerEpoch) {
        if (its.looksBack()) {
            throw new IllegalArgumentException(
                    optimizer.attributes().kind() + ".schedule: expected a schedule that goes" + " by the steps, got "
                            + its + ", which looks at epochs; compare the losses yourself, and say rate(…)");
        }
        if (epochs < 1 || stepsPerEpoch < 1) {
            throw new IllegalArgumentException(optimizer.attributes().kind()
                    + ".schedule: expected 1 epoch or more of 1 step or more, got " + epochs + " and " + stepsPerEpoch
                    + "; say as many as the loop will have");
        }
        rates = its.rates(optimizer.rate(), epochs, stepsPerEpoch);
        steps = 0;
        rate = rates[0];
        return this;
    }

    /** After the last one its rate stays. */
    private void advance() {
        if (rates.length > 0) {
            steps = Math.min(steps + 1, rates.length - 1);
            rate = rates[steps];
        }
    }

    /** Goes on with another learning rate, and no schedule; weights with a rate of their own keep their proportion to it. */
    public Stepper rate(Number next) {
        if (!(next.doubleValue() >= 0) || Double.isInfinite(next.doubleValue())) {
            throw new IllegalArgumentException(
                    optimizer.attributes().kind() + ".rate: expected a learning rate of 0 or more, got " + next
                            + "; 0 leaves the weights as they are");
        }
        rate = next.doubleValue();
        rates = new double[0];
        return this;
    }

    /** The learning rate of the next step. */
    public double rate() {
        return rate;
    }

    @Override
    public String toString() {
        return optimizer + " on " + bound.size() + (bound.size() == 1 ? " tensor" : " tensors");
    }
}

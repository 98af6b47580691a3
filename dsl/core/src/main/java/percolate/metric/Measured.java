package percolate.metric;

import java.util.Objects;
import java.util.function.BinaryOperator;
import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;
import percolate.program.Counts;
import percolate.program.Scoring;

/**
 * A metric of one's own: a function of predictions and targets that gives one number for a batch. For an epoch it is the mean
 * over batches, each weighted by its examples.
 */
public record Measured(String name, BinaryOperator<Tensor> function) implements Metric {
    public Measured {
        if (name == null || !name.matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
            throw new IllegalArgumentException("metric: expected a name of letters, digits and _, got "
                    + (name == null ? "null" : "\"" + name + "\"")
                    + "; it becomes a column, as in metric(\"bias\", …)");
        }
        Objects.requireNonNull(function, "metric: expected a function of predictions and targets, got null");
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        return targets;
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public Counts counts(Scoring scoring) {
        throw new IllegalStateException(name + ": computed in Java, not by a program");
    }

    @Override
    public Tensor of(Tensor prediction, Tensor target) {
        return function.apply(prediction, target);
    }

    @Override
    public String toString() {
        return "metric(\"" + name + "\", …)";
    }
}

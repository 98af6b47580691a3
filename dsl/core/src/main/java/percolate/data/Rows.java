package percolate.data;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import percolate.Batch;
import percolate.Dataset;
import percolate.Scaling;
import percolate.Tensor;
import percolate.tensor.Joining;

/** Inputs and targets have a row for each example. */
public final class Rows {
    private Rows() {}

    /** @throws IllegalArgumentException saying which of them has another number of rows */
    public static void check(String who, List<Tensor> inputs, List<Tensor> targets) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(who + ": expected one input or more, got none; give it examples");
        }
        check(who, "input", "examples", inputs, inputs.get(0));
        check(who, "target", "targets", targets, inputs.get(0));
    }

    /** How many of {@code size} rows {@code count} are. */
    public static int count(String method, int count, int size) {
        if (count < 0) {
            throw new IllegalArgumentException(method + ": expected 0 or more examples, got " + count);
        }
        return Math.min(count, size);
    }

    static void checkNumbers(int size, long... examples) {
        for (long example : examples) {
            if (example < 0 || example >= size) {
                throw new IndexOutOfBoundsException(
                        "rows: expected numbers of examples from 0 to " + (size - 1) + ", got " + example);
            }
        }
    }

    /** The examples of both. */
    public static Dataset concat(Dataset first, Dataset second) {
        var a = first.batch();
        var b = second.batch();
        if (a.inputs().size() != b.inputs().size()
                || a.targets().size() != b.targets().size()) {
            throw new IllegalArgumentException("concat: expected as many inputs and targets in both, got " + first
                    + " and " + second + "; give both the same columns");
        }
        return new TensorDataset(
                joined(a.inputs(), b.inputs()), joined(a.targets(), b.targets()), first.facts(), weights(a, b));
    }

    /** Those of both, where one has some: each example of the other counts 1. */
    private static Optional<Tensor> weights(Batch first, Batch second) {
        return first.weights().isEmpty() && second.weights().isEmpty()
                ? Optional.empty()
                : Optional.of(Joining.concat(0, List.of(Weights.orOnes(first), Weights.orOnes(second))));
    }

    private static List<Tensor> joined(List<Tensor> first, List<Tensor> second) {
        return IntStream.range(0, first.size())
                .mapToObj(i -> Joining.concat(0, List.of(first.get(i), second.get(i))))
                .toList();
    }

    /** @throws IllegalArgumentException unless this has a row for each of so many examples */
    public static Tensor asMany(String who, Tensor changed, int examples) {
        if (changed == null || changed.shape().rank() == 0 || changed.size(0) != examples) {
            throw new IllegalArgumentException(who + ": expected as many rows as there are examples, " + examples
                    + ", got " + (changed == null ? "null" : "shape " + changed.shape())
                    + "; filter(…) and window(…) change their number");
        }
        return changed;
    }

    /** All examples changed, each time they are drawn where they are drawn anew. */
    public static Dataset map(Dataset data, UnaryOperator<Batch> change) {
        if (data.isDrawn()) {
            return Augmented.through(data, new Mapped(change));
        }
        var changed = Mapped.changed(change, data.batch());
        return new TensorDataset(changed, data.facts().withTargetNames(changed.names()));
    }

    /** Scaled, and saying so. */
    public static Dataset scaled(Dataset data, Scaling scaling) {
        UnaryOperator<Batch> change = b -> b.withX(scaling.apply(b.x()));
        var facts = data.facts().withScaling(scaling);
        return data.isDrawn()
                ? Augmented.through(data, new Mapped(change)).with(facts)
                : new TensorDataset(change.apply(data.batch()), facts);
    }

    private static void check(String who, String word, String rows, List<Tensor> tensors, Tensor first) {
        for (int i = 0; i < tensors.size(); i++) {
            var tensor = tensors.get(i);
            var letter = word.equals("input") ? "x" : "y";
            var name = tensors.size() == 1 ? letter : letter + "(" + i + ")";
            if (tensor.shape().rank() == 0) {
                throw new IllegalArgumentException(who + ": expected x and y with one row per example, got the scalar "
                        + name + " of shape []; reshape a single number to [1]");
            }
            if (tensor.size(0) != first.size(0)) {
                throw new IllegalArgumentException(who + ": expected one " + word + " per example, got "
                        + first.size(0) + " examples in x " + first.shape() + " and " + tensor.size(0) + " " + rows
                        + " in " + name + " " + tensor.shape());
            }
        }
    }
}

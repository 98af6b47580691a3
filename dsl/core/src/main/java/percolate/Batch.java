package percolate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import percolate.data.Rows;
import percolate.data.Targets;
import percolate.tensor.Creation;

/**
 * Some examples: inputs and targets with the batch axis first.
 *
 * @param inputs one tensor for each input of a model, [batch, …]
 * @param targets one tensor for each judged output, [batch, …]; class labels are int64 [batch]; none where there are no
 *     targets
 * @param names what the targets are called; none where they have no names
 * @param padding the label that only fills sequences up; none where there is none
 * @param weights how much each example counts, float32 [batch]; none where all count alike
 */
public record Batch(
        List<Tensor> inputs, List<Tensor> targets, List<String> names, OptionalInt padding, Optional<Tensor> weights) {
    public Batch {
        Rows.check("batch", inputs, targets);
        Targets.check("batch", targets, names);
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        names = List.copyOf(names);
    }

    /** Examples that count alike. */
    public Batch(List<Tensor> inputs, List<Tensor> targets, List<String> names, OptionalInt padding) {
        this(inputs, targets, names, padding, Optional.empty());
    }

    /** Targets that are not filled up. */
    public Batch(List<Tensor> inputs, List<Tensor> targets, List<String> names) {
        this(inputs, targets, names, OptionalInt.empty());
    }

    /** One input and one target. */
    public Batch(Tensor x, Tensor y) {
        this(List.of(x), List.of(y), List.of());
    }

    /** The inputs, [batch, …]; the first where there are several. */
    public Tensor x() {
        return inputs.get(0);
    }

    /** One of several inputs, counted from 0. */
    public Tensor x(int input) {
        return Targets.at("batch.x", inputs, input);
    }

    /** The targets, [batch, …]; the first where there are several. */
    public Tensor y() {
        return y(0);
    }

    /** One of several targets, counted from 0. */
    public Tensor y(int target) {
        return Targets.at("batch.y", targets, target);
    }

    /** One of several targets, by its name. */
    public Tensor y(String name) {
        return Targets.named("batch.y", targets, names, name);
    }

    /**
     * Which elements of y count: 1, and 0 where they only fill a sequence up; float32, of y's shape. All ones where nothing
     * is filled up.
     */
    public Tensor mask() {
        var y = y();
        return padding.isPresent()
                ? y.ne(padding.getAsInt()).to(DType.float32)
                : Creation.full(1, y.shape()).to(y.device());
    }

    /** The same batch with another input; the first where there are several. */
    public Batch withX(Tensor x) {
        return new Batch(first(x, inputs), targets, names, padding, weights);
    }

    /** The same batch with another target; the first where there are several. */
    public Batch withY(Tensor y) {
        return new Batch(inputs, first(y, targets), names, padding, weights);
    }

    private static List<Tensor> first(Tensor tensor, List<Tensor> all) {
        var changed = new ArrayList<>(all.subList(Math.min(1, all.size()), all.size()));
        changed.add(0, tensor);
        return changed;
    }

    public int size() {
        return x().size(0);
    }
}

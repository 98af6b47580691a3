package percolate;

import java.util.List;
import percolate.data.Rows;
import percolate.data.Targets;

/**
 * Some examples: inputs and targets with the batch axis first.
 *
 * @param inputs one tensor for each input of a model, [batch, …]
 * @param targets one tensor for each judged output, [batch, …]; class labels are int64 [batch]; none where there are no
 *     targets
 * @param names what the targets are called; none where they have no names
 */
public record Batch(List<Tensor> inputs, List<Tensor> targets, List<String> names) {
    public Batch {
        Rows.check("batch", inputs, targets);
        Targets.check("batch", targets, names);
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
        names = List.copyOf(names);
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

    public int size() {
        return x().size(0);
    }
}

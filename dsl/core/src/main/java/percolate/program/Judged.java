package percolate.program;

import java.util.List;
import percolate.DType;
import percolate.Loss;
import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;

/**
 * An output that is compared with targets, the loss that does it, and what is measured of it.
 *
 * @param output its number among the model's outputs
 * @param name what its values are called by in tables, with _ behind; empty where it is the only one
 * @param shape of one example's output
 * @param target the shape of one example's prepared target
 * @param type the type of the targets' elements
 */
public record Judged(int output, String name, Loss loss, List<Metric> metrics, Shape shape, Shape target, DType type) {
    public Judged {
        metrics = List.copyOf(metrics);
    }

    /** A first output that a loss alone looks at. */
    public static Judged of(Loss loss, Scoring scoring) {
        return new Judged(0, "", loss, List.of(), scoring.output(), scoring.target(), scoring.targetType());
    }

    /** The same with outputs of this shape and these prepared targets. */
    public Judged with(Shape output, Tensor targets) {
        return new Judged(
                this.output, name, loss, metrics, output, targets.shape().dropFirst(1), targets.dtype());
    }

    /** The column of one of its values: {@code kind_accuracy}. */
    String column(String value) {
        return name.isEmpty() ? value : name + "_" + value;
    }
}

package percolate.program;

import java.util.List;
import percolate.DType;
import percolate.Loss;
import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;
import percolate.loss.Term;
import percolate.loss.Weighed;

/**
 * An output that is compared with targets, the loss that does it, and what is measured of it.
 *
 * @param output its number among the model's outputs
 * @param name what its values are called by in tables, with _ behind; empty where it is the only one
 * @param shape of one example's output
 * @param target the shape of one example's prepared target
 * @param type the type of the targets' elements
 * @param weighted whether examples count unequally
 */
public record Judged(
        int output,
        String name,
        Loss loss,
        List<Metric> metrics,
        Shape shape,
        Shape target,
        DType type,
        boolean weighted) {
    public Judged {
        metrics = List.copyOf(metrics);
    }

    /** A first output that a loss alone looks at. */
    public static Judged of(Loss loss, Scoring scoring) {
        return new Judged(0, "", loss, List.of(), scoring.output(), scoring.target(), scoring.targetType(), false);
    }

    /** The same with outputs of this shape and these prepared targets. */
    public Judged with(Shape output, Tensor targets) {
        return new Judged(
                this.output, name, loss, metrics, output, targets.shape().dropFirst(1), targets.dtype(), weighted);
    }

    /** The same, whose examples count unequally. */
    public Judged byWeights() {
        return new Judged(output, name, loss, metrics, shape, target, type, true);
    }

    /** The losses that the loss is a sum of. */
    List<Term> terms() {
        return weighted
                ? loss.terms().stream()
                        .map(t -> new Term(t.weight(), new Weighed(t.loss())))
                        .toList()
                : loss.terms();
    }

    /** The column of one of its values: {@code kind_accuracy}. */
    String column(String value) {
        return name.isEmpty() ? value : name + "_" + value;
    }
}

package percolate.model;

import java.util.List;
import java.util.Optional;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;

/** A batch of examples as a model takes them: of its shape and type. */
public final class Examples {
    private Examples() {}

    /**
     * @param x [batch, …]; an image is flattened where the model takes a vector, and back
     * @throws ShapeException if the examples do not fit
     */
    public static Tensor of(Graph graph, Tensor x) {
        var input = fitted(graph.input(), x).orElseThrow(() -> new ShapeException(misfit(graph.input(), x.shape())));
        if (!graph.input().isKnown() && input.size() == 0 && input.size(0) > 0) {
            throw new ShapeException(
                    "model: expected sequences of one step or more, got a batch of shape " + x.shape());
        }
        if (!graph.input().isKnown()) {
            graph.output(input.shape().dropFirst(1));
        }
        graph.check(input);
        return input.to(graph.dtype());
    }

    private static String misfit(Shape expected, Shape batch) {
        return "model: expected examples of shape " + expected + ", got a batch of shape " + batch
                + ", that is examples of shape " + batch.dropFirst(1) + "; "
                + (expected.equals(batch)
                        ? "for one example write x.unsqueeze(0)"
                        : "change input(…), or reshape the data");
    }

    private static Optional<Tensor> fitted(Shape expected, Tensor x) {
        var example = x.shape().dropFirst(1);
        if (expected.accepts(example)) {
            return Optional.of(x);
        }
        // A vector and an image of the same elements stand for each other; two images of other sides do not.
        boolean sameElements = expected.isKnown() && expected.elementCount() == example.elementCount();
        boolean unambiguous = expected.rank() == 1
                || example.rank() == 1
                || withoutOnes(expected).equals(withoutOnes(example));
        return sameElements && unambiguous
                ? Optional.of(x.reshape(expected.prepend(x.shape().get(0)).toArray()))
                : Optional.empty();
    }

    private static List<Integer> withoutOnes(Shape shape) {
        return shape.sizes().stream().filter(s -> s != 1).toList();
    }
}

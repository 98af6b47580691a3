package percolate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;

/** A batch of examples as a model takes them: of its shapes and types, on its device. */
public final class Examples {
    private Examples() {}

    /** For a model of one input. */
    public static Tensor of(Graph graph, Tensor x) {
        return of(graph, List.of(x)).get(0);
    }

    /**
     * @param batch for each input [batch, …]; an image is flattened where the model takes a vector, and back
     * @throws ShapeException if the examples do not fit
     */
    public static List<Tensor> of(Graph graph, List<Tensor> batch) {
        count(graph, batch);
        var fitting = new ArrayList<Tensor>();
        for (int i = 0; i < batch.size(); i++) {
            fitting.add(fitting(who(graph, i), graph.inputs().get(i).shape(), batch.get(i)));
            if (batch.get(i).size(0) != batch.get(0).size(0)) {
                throw new ShapeException(
                        who(graph, i) + ": expected " + batch.get(0).size(0)
                                + " examples, as many as the first input has, got a batch of shape "
                                + batch.get(i).shape() + "; give each input the same examples");
            }
        }
        if (graph.inputs().stream().anyMatch(i -> !i.shape().isKnown()) && !graph.isStepwise()) {
            graph.outputs(fitting.stream().map(x -> x.shape().dropFirst(1)).toList());
        }
        graph.check(fitting);
        for (int i = 0; i < batch.size(); i++) {
            fitting.set(i, fitting.get(i).to(graph.inputs().get(i).dtype()).to(graph.device()));
        }
        return fitting;
    }

    private static void count(Graph graph, List<Tensor> batch) {
        if (batch.size() != graph.inputs().size()) {
            throw new ShapeException("model: expected "
                    + (graph.inputs().size() == 1 ? "one input" : graph.inputs().size() + " inputs") + " of shape "
                    + String.join(
                            ", ",
                            graph.inputs().stream()
                                    .map(i -> i.shape().toString())
                                    .toList())
                    + ", got " + batch.size() + "; give a batch for each input(…)");
        }
    }

    /** "model", or which of several inputs. */
    private static String who(Graph graph, int index) {
        return graph.inputs().size() == 1
                ? "model"
                : "model, input " + (index + 1) + " \""
                        + graph.inputs().get(index).name() + "\"";
    }

    private static Tensor fitting(String who, Shape expected, Tensor x) {
        if (x.shape().rank() == 0) {
            throw new ShapeException(
                    who + ": expected a batch, [batch, …], got the scalar " + x + "; reshape it first");
        }
        var input = fitted(expected, x).orElseThrow(() -> new ShapeException(misfit(who, expected, x.shape())));
        if (!expected.isKnown() && input.size() == 0 && input.size(0) > 0) {
            throw new ShapeException(
                    who + ": expected sequences of one step or more, got a batch of shape " + x.shape());
        }
        return input;
    }

    private static String misfit(String who, Shape expected, Shape batch) {
        return who + ": expected examples of shape " + expected + ", got a batch of shape " + batch
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

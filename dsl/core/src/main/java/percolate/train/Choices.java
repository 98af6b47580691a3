package percolate.train;

import java.util.ArrayList;
import java.util.List;
import percolate.Loss;
import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;
import percolate.loss.BinaryCrossEntropy;
import percolate.loss.CrossEntropy;
import percolate.loss.Labels;
import percolate.loss.MeanSquaredError;
import percolate.metric.Accuracy;
import percolate.model.Graph;

/** What {@code fit} and {@code evaluate} choose where nothing was said, and the words that say so. */
final class Choices {
    private final List<String> made = new ArrayList<>();

    <T> T add(String what, T choice) {
        made.add(what + " " + choice);
        return choice;
    }

    /**
     * Cross-entropy for one label for each vector of outputs, binary cross-entropy for zeros and ones behind a sigmoid, the
     * mean squared error for other numbers.
     */
    Loss loss(Graph graph, Shape output, Tensor targets) {
        return add(
                "loss",
                areLabels(output, targets)
                        ? new CrossEntropy()
                        : areSides(graph, targets) ? new BinaryCrossEntropy() : new MeanSquaredError());
    }

    /** Accuracy where the loss judges classes and each has one, nothing otherwise. */
    List<Metric> metrics(Loss loss, Graph graph, Shape output, Tensor targets) {
        boolean ofClasses = loss.isOwn() || !loss.applies().isEmpty();
        return ofClasses && (areLabels(output, targets) || areSides(graph, targets)) && isCounted(output, targets)
                ? List.of(add("metric", new Accuracy()))
                : List.of();
    }

    /** Whether accuracy can be counted: not of several yes or no for an example, nor of labels that a loss ignores. */
    private static boolean isCounted(Shape output, Tensor targets) {
        try {
            new Accuracy().prepare(output, targets);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Numbers with a fraction come here too: that they are none, the loss says in its own words. */
    private static boolean areLabels(Shape output, Tensor targets) {
        boolean oneLabelPerVector = targets.shape().rank() == output.rank();
        return output.rank() > 0 && Labels.classes(output) > 1 && oneLabelPerVector;
    }

    private static boolean areSides(Graph graph, Tensor targets) {
        return graph.activation().name().equals("sigmoid")
                && targets.times(targets.minus(1)).abs().sum().item() == 0;
    }

    @Override
    public String toString() {
        return String.join(", ", made);
    }
}

package percolate.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
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
    private static final List<String> ORDER = List.of("loss", "optimizer", "metric", "batch", "epochs");

    private final List<Choice> made = new ArrayList<>();

    /** @param of the name of an output, empty for what is chosen of the whole */
    private record Choice(String of, String what, Object choice) {
        @Override
        public String toString() {
            return (of.isEmpty() ? "" : of + " ") + what + " " + choice;
        }
    }

    <T> T add(String what, T choice) {
        return add("", what, choice);
    }

    private <T> T add(String of, String what, T choice) {
        made.add(new Choice(of, what, choice));
        return choice;
    }

    /**
     * Cross-entropy for one label for each vector of outputs, binary cross-entropy for zeros and ones behind a sigmoid, the
     * mean squared error for other numbers.
     *
     * @param name the output's, empty where it is the only one
     */
    Loss loss(String name, Graph graph, int output, Shape shape, Tensor targets) {
        return add(
                name,
                "loss",
                areLabels(shape, targets)
                        ? new CrossEntropy()
                        : areSides(graph, output, targets) ? new BinaryCrossEntropy() : new MeanSquaredError());
    }

    /** Accuracy where the loss judges classes, nothing otherwise. */
    List<Metric> metrics(String name, Loss loss, Graph graph, int output, Shape shape, Tensor targets) {
        boolean ofClasses = loss.isOwn() || !loss.applies().isEmpty();
        return ofClasses && (areLabels(shape, targets) || areSides(graph, output, targets))
                ? List.of(add(name, "metric", new Accuracy()))
                : List.of();
    }

    /** Numbers with a fraction come here too: that they are none, the loss says in its own words. */
    private static boolean areLabels(Shape output, Tensor targets) {
        boolean oneLabelPerVector = targets.shape().rank() == output.rank();
        return output.rank() > 0 && Labels.classes(output) > 1 && oneLabelPerVector;
    }

    private static boolean areSides(Graph graph, int output, Tensor targets) {
        return graph.activation(output).name().equals("sigmoid")
                && targets.times(targets.minus(1)).abs().sum().item() == 0;
    }

    @Override
    public String toString() {
        return made.stream()
                .sorted(Comparator.comparing(choice -> ORDER.indexOf(choice.what())))
                .map(Choice::toString)
                .collect(Collectors.joining(", "));
    }
}

package percolate.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import percolate.DType;
import percolate.Dataset;
import percolate.Layer;
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
    private static final List<String> ORDER =
            List.of("loss", "optimizer", "metric", "batch", "epochs", "order", "zeros");
    private static final int MOST_CLASSES = 100;

    private final List<Choice> made = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();

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

    /** Says of a chosen mean squared error that the targets look like classes, which one number cannot tell apart. */
    void doubt(Loss chosen, Shape output, Dataset data, Tensor targets) {
        int classes =
                data.classes().isEmpty() ? classes(targets) : data.classes().size();
        boolean onePerExample = output.elementCount() == 1 && targets.size() == data.size();
        if (chosen instanceof MeanSquaredError && onePerExample && classes > 1) {
            doubts.add("the targets look like the classes 0 to " + (classes - 1)
                    + ", but the model gives one number, which " + chosen
                    + " fits as a quantity; to tell classes apart end with dense(" + classes + ")"
                    + (classes == 2 ? " or dense(1).sigmoid()" : ""));
        }
    }

    /** How many classes integers stand for: 0 where one from 0 to the largest does not occur, or the numbers have fractions. */
    private static int classes(Tensor targets) {
        if (targets.dtype().isFloating() || targets.dtype() == DType.bool) {
            return 0;
        }
        long[] sorted = LongStream.of(targets.toLongArray()).distinct().sorted().toArray();
        boolean counted = sorted[0] == 0 && sorted[sorted.length - 1] == sorted.length - 1;
        return counted && sorted.length <= MOST_CLASSES ? sorted.length : 0;
    }

    /** Says of recurrent layers that they know nothing of the window before. */
    void forgetting(int length, List<Layer> layers) {
        if (!layers.isEmpty()) {
            doubts.add("with bptt(" + length + ") each window of " + length + " steps begins with zeros in "
                    + layers.stream().map(Layer::toString).distinct().collect(Collectors.joining(", "))
                    + "; stateful() carries a layer's states over from window to window");
        }
    }

    /** What was probably not meant, a sentence each. */
    List<String> doubts() {
        return List.copyOf(doubts);
    }

    /** Accuracy where the loss judges classes and each has one, nothing otherwise. */
    List<Metric> metrics(String name, Loss loss, Graph graph, int output, Shape shape, Tensor targets) {
        boolean ofClasses = loss.isOwn() || !loss.applies().isEmpty();
        boolean areClasses = areLabels(shape, targets) || areSides(graph, output, targets);
        // It cannot be counted of several yes or no for an example, nor of labels that a loss ignores.
        return ofClasses && areClasses && Judgement.fits(new Accuracy(), shape, targets)
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

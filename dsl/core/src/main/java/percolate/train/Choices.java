package percolate.train;

import java.util.ArrayList;
import java.util.List;
import percolate.Loss;
import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;
import percolate.loss.CrossEntropy;
import percolate.loss.Labels;
import percolate.loss.MeanSquaredError;
import percolate.metric.Accuracy;

/** What {@code fit} and {@code evaluate} choose where nothing was said, and the words that say so. */
final class Choices {
    private final List<String> made = new ArrayList<>();

    <T> T add(String what, T choice) {
        made.add(what + " " + choice);
        return choice;
    }

    /** Cross-entropy for class labels, the mean squared error for numbers. */
    Loss loss(Shape output, Tensor targets) {
        return add("loss", areLabels(output, targets) ? new CrossEntropy() : new MeanSquaredError());
    }

    /** Accuracy for class labels, nothing for numbers. */
    List<Metric> metrics(Shape output, Tensor targets) {
        return areLabels(output, targets) ? List.of(add("metric", new Accuracy())) : List.of();
    }

    private static boolean areLabels(Shape output, Tensor targets) {
        boolean oneLabelPerVector = targets.shape().rank() == output.rank();
        return !targets.dtype().isFloating() && output.rank() > 0 && Labels.classes(output) > 1 && oneLabelPerVector;
    }

    @Override
    public String toString() {
        return String.join(", ", made);
    }
}

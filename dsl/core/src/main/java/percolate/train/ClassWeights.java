package percolate.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import percolate.Loss;
import percolate.Shape;
import percolate.Tensor;
import percolate.loss.CrossEntropy;
import percolate.loss.Labels;

/**
 * How much each class counts in the loss.
 *
 * @param each in the order of the classes; empty: none was said
 * @param balanced whether they are to be found from the labels: n / (classes · how many examples the class has)
 */
record ClassWeights(List<Number> each, boolean balanced) {
    static final ClassWeights NONE = new ClassWeights(List.of(), false);

    /**
     * The losses with these weights.
     *
     * @param losses empty: cross-entropy is chosen
     * @param output the shape of one example's first output
     * @param targets null where there are none
     * @throws IllegalArgumentException if a loss does not weigh classes
     */
    List<Loss> in(List<Loss> losses, Shape output, Tensor targets) {
        if (each.isEmpty() && !balanced) {
            return losses;
        }
        var loss = losses.isEmpty() ? new CrossEntropy() : losses.get(0);
        if (losses.size() > 1 || !(loss instanceof CrossEntropy crossEntropy)) {
            throw new IllegalArgumentException("train.classWeights: expected crossEntropy() alone, got " + losses
                    + "; weigh the classes in the loss, crossEntropy().weights(1, 5)");
        }
        return List.of(crossEntropy.weights((balanced ? found(output, targets) : each).toArray(Number[]::new)));
    }

    private static List<Number> found(Shape output, Tensor targets) {
        if (targets == null || targets.dtype().isFloating() || output.rank() == 0) {
            throw new IllegalArgumentException("train.classWeights: expected class labels to be balanced, got "
                    + (targets == null ? "none" : "targets of type " + targets.dtype())
                    + "; name a weight for each class, classWeights(1, 5)");
        }
        int classes = Labels.classes(output);
        var labels = targets.toLongArray();
        var counts = new long[classes];
        LongStream.of(labels).filter(l -> l >= 0 && l < classes).forEach(l -> counts[(int) l]++);
        return Arrays.stream(counts)
                .mapToObj(count -> (Number) (count == 0 ? 0.0 : (double) labels.length / ((double) classes * count)))
                .toList();
    }
}

package percolate.metric;

import java.util.Arrays;
import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.program.Counts;
import percolate.program.Scoring;

/**
 * How often each class is taken for each: {@link #of} gives [classes, classes] int64, rows are the true classes, columns
 * the predicted ones; a single output tells no from yes. In tables of a training it stands for the share on its diagonal.
 */
public final class ConfusionMatrix implements Metric {
    @Override
    public String name() {
        return "confusionMatrix";
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        return Decision.prepare(name(), output, targets);
    }

    @Override
    public boolean readsLogits() {
        return true;
    }

    @Override
    public Counts counts(Scoring scoring) {
        int classes = Math.max(2, Decision.classes(scoring.output()));
        var cells = "torch.add(torch.mul(torch.to(" + Decision.actual(scoring) + ", 4, False, False, None), " + classes
                + "), torch.to(" + Decision.predicted(scoring) + ", 4, False, False, None))";
        return Counts.sum(
                "torch.bincount(torch.flatten(" + cells + ", 0, -1), None, " + classes * classes + ")",
                classes * classes);
    }

    @Override
    public Tensor result(double[] cells) {
        int classes = (int) Math.round(Math.sqrt(cells.length));
        return new Tensor(Array.of(Arrays.stream(cells).mapToLong(Math::round).toArray(), Shape.of(classes, classes)));
    }

    @Override
    public double value(double[] cells) {
        int classes = (int) Math.round(Math.sqrt(cells.length));
        double all = 0;
        double diagonal = 0;
        for (int i = 0; i < cells.length; i++) {
            all += cells[i];
            diagonal += i % (classes + 1) == 0 ? cells[i] : 0;
        }
        return diagonal / all;
    }

    @Override
    public String toString() {
        return "confusionMatrix()";
    }
}

package percolate.train;

import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;
import percolate.program.Scoring;

/**
 * The share of targets that are met: the largest of several outputs is the label's, or a single output lies on the
 * target's side of 0.5.
 */
public final class Accuracy implements Metric {
    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        return isSingle(output)
                ? Numbers.prepare("accuracy", output, targets)
                : Labels.prepare("accuracy", output, targets);
    }

    @Override
    public String write(Scoring scoring) {
        var hits = isSingle(scoring.output())
                ? "torch.eq(torch.gt(o, 0.5), torch.gt(y, 0.5))"
                : "torch.eq(torch.argmax(o, -1, False), y)";
        return "torch.mean(torch.to(" + hits + ", 7, False, False, None), dtype=None)";
    }

    private static boolean isSingle(Shape output) {
        return output.rank() == 0 || output.get(-1) == 1;
    }

    @Override
    public String toString() {
        return "accuracy()";
    }
}

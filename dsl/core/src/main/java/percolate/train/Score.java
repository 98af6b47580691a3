package percolate.train;

import percolate.DType;
import percolate.Metric;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.NativeProgram.Arguments;
import percolate.program.Programs;
import percolate.program.Scoring;

/** A loss or metric of given predictions, outside a training. */
public final class Score {
    private Score() {}

    /** The mean over the batch, a scalar. */
    public static Tensor of(Metric metric, Tensor prediction, Tensor target) {
        if (prediction.shape().rank() == 0
                || target.shape().rank() == 0
                || prediction.size(0) != target.size(0)
                || prediction.size(0) == 0) {
            throw new ShapeException(
                    metric.name() + ": expected a batch of predictions and a target for each, got shapes "
                            + prediction.shape() + " and " + target.shape());
        }
        var output = prediction.shape().dropFirst(1);
        var prepared = metric.prepare(output, target);
        var outputs = prediction.dtype().isFloating() ? prediction : prediction.to(DType.float32);
        var scoring = scoring(output, prepared);
        return new Tensor(Programs.score(metric, scoring)
                .run(true, new Arguments().add(outputs.array()).add(prepared.array()))
                .get(0));
    }

    static Scoring scoring(Shape output, Tensor targets) {
        return new Scoring(output, targets.shape().dropFirst(1), targets.dtype());
    }
}

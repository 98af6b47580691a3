package percolate.train;

import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.NativeProgram.Arguments;
import percolate.program.Programs;
import percolate.program.Scoring;

/** A loss or metric of given predictions, outside a training. */
public final class Score {
    private Score() {}

    /** The mean over the batch, a scalar. */
    public static Tensor of(Metric metric, Tensor prediction, Tensor target) {
        var output = prediction.shape().dropFirst(1);
        var prepared = metric.prepare(output, target);
        var scoring = scoring(output, prepared);
        return new Tensor(Programs.score(metric, scoring)
                .run(true, new Arguments().add(prediction.array()).add(prepared.array()))
                .get(0));
    }

    static Scoring scoring(Shape output, Tensor targets) {
        return new Scoring(output, targets.shape().dropFirst(1), targets.dtype());
    }
}

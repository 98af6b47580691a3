package percolate.train;

import java.util.ArrayList;
import java.util.List;
import percolate.DType;
import percolate.Loss;
import percolate.Metric;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.engine.NativeProgram;
import percolate.engine.NativeProgram.Arguments;
import percolate.program.Comparison;
import percolate.program.Forward;
import percolate.program.Programs;
import percolate.program.Scoring;

/** A loss or metric of given predictions, outside a training. */
public final class Score {
    private final Tensor outputs;
    private final Tensor targets;
    private final Scoring scoring;

    private Score(Metric metric, Tensor prediction, Tensor target) {
        if (prediction.shape().rank() == 0
                || target.shape().rank() == 0
                || prediction.size(0) != target.size(0)
                || prediction.size(0) == 0) {
            throw new ShapeException(
                    metric.name() + ": expected a batch of predictions and a target for each, got shapes "
                            + prediction.shape() + " and " + target.shape()
                            + "; a single example becomes a batch with unsqueeze(0)");
        }
        var output = prediction.shape().dropFirst(1);
        targets = metric.prepare(output, target);
        outputs = prediction.dtype().isFloating() ? prediction : prediction.to(DType.float32);
        scoring = new Scoring(output, targets.shape().dropFirst(1), targets.dtype());
    }

    /** The loss of the batch, recorded for gradients. */
    public static Tensor loss(Loss loss, Tensor prediction, Tensor target) {
        var score = new Score(loss, prediction, target);
        return score.run(Programs.loss(loss, score.scoring), true);
    }

    /** Adds the outputs, behind them what Java computes of them, and the targets. */
    static Arguments compared(Arguments arguments, Comparison comparison, List<Tensor> outputs, List<Tensor> targets) {
        arguments.add("os", compared(comparison, outputs, targets));
        targets.forEach(target -> arguments.add(target.array()));
        return arguments;
    }

    private static List<Array> compared(Comparison comparison, List<Tensor> outputs, List<Tensor> targets) {
        var all = new ArrayList<>(outputs.stream().map(Tensor::array).toList());
        for (var own : comparison.inJava()) {
            var output = outputs.get(own.output());
            var given = Forward.activated(own.lacking(), own.recorded(), own.recorded() ? output : output.detach());
            all.add(number(own.metric(), given, targets.get(own.side())));
        }
        return all;
    }

    private static Array number(Metric metric, Tensor output, Tensor target) {
        var value = metric.of(output, target);
        if (value == null || value.size() != 1 || !value.dtype().isFloating()) {
            throw new ShapeException(metric.name() + ": expected one real number for predictions " + output.shape()
                    + " and targets " + target.shape() + ", got "
                    + (value == null ? "null" : "shape " + value.shape() + " " + value.dtype())
                    + "; end it with mean() or sum()");
        }
        return value.to(DType.float32).reshape().array();
    }

    /** The metric's value for the batch. */
    public static Tensor of(Metric metric, Tensor prediction, Tensor target) {
        var score = new Score(metric, prediction, target);
        return metric.result(
                score.run(Programs.counts(metric, score.scoring), false).toDoubleArray());
    }

    private Tensor run(NativeProgram program, boolean recording) {
        return new Tensor(
                program.run(recording, new Arguments().add(outputs.array()).add(targets.array()))
                        .get(0));
    }
}

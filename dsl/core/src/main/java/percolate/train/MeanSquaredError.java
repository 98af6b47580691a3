package percolate.train;

import percolate.Loss;
import percolate.Shape;
import percolate.Tensor;
import percolate.program.Scoring;

/** Mean squared error, Σ(o − y)² / n over all elements of a batch; outputs and targets have the same shape, float32. */
public final class MeanSquaredError implements Loss {
    @Override
    public String name() {
        return "mse";
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        return Numbers.prepare(name(), output, targets);
    }

    @Override
    public String write(Scoring scoring) {
        return "torch.mse_loss(o, y, 1)";
    }

    @Override
    public String toString() {
        return name() + "()";
    }
}

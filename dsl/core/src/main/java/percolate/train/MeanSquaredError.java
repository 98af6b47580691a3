package percolate.train;

import percolate.DType;
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
        var given = targets.shape().dropFirst(1);
        var floats = targets.to(DType.float32);
        if (output.accepts(given)) {
            return floats;
        }
        // One number per example, written [n] or [n, 1].
        if (output.isKnown() && output.elementCount() == 1 && given.elementCount() == 1) {
            return floats.reshape(output.prepend(targets.shape().get(0)).toArray());
        }
        throw new IllegalArgumentException("mse: expected targets of the outputs' shape " + output + ", got " + given
                + "; change the last layer's size, or use crossEntropy() for class labels");
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

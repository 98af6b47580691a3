package percolate.train;

import percolate.Loss;
import percolate.Shape;
import percolate.Tensor;
import percolate.program.Scoring;

/**
 * Cross-entropy of class labels, −ln softmax(o)_y, the mean over the batch.
 *
 * <p>Outputs are logits [batch, classes] with labels int64 [batch] from 0 to classes − 1, or [batch, time, classes] with
 * [batch, time]. A model that ends in softmax is trained on the softmax's operands, which gives the same loss without its
 * rounding.
 */
public final class CrossEntropy implements Loss {
    @Override
    public String name() {
        return "crossEntropy";
    }

    @Override
    public boolean takesLogits() {
        return true;
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        return Labels.prepare("crossEntropy", output, targets);
    }

    @Override
    public String write(Scoring scoring) {
        var flat = scoring.output().rank() == 2 ? "torch.flatten(o, 0, 1), torch.flatten(y, 0, 1)" : "o, y";
        return "torch.cross_entropy_loss(" + flat + ", None, 1, -100, 0.0)";
    }

    @Override
    public String toString() {
        return name() + "()";
    }
}

package percolate.metric;

import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;
import percolate.loss.Labels;
import percolate.program.Counts;
import percolate.program.Scoring;

/** The share of labels that are among the k largest outputs. */
public final class TopK implements Metric {
    private final int k;

    /** @param k 1 or more */
    public TopK(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("topK: expected 1 or more, got " + k);
        }
        this.k = k;
    }

    @Override
    public String name() {
        return "top" + k;
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        var labels = Labels.prepare(name(), output, targets);
        if (k > Labels.classes(output)) {
            throw new IllegalArgumentException(name() + ": expected " + k + " classes or more, got outputs of shape "
                    + output + "; make k smaller");
        }
        return labels;
    }

    @Override
    public boolean readsLogits() {
        return true;
    }

    @Override
    public Counts counts(Scoring scoring) {
        int axis = Decision.axis(scoring);
        var largest = "torch.argsort(o, " + axis + ", True)";
        var best = "torch.narrow(" + largest + ", " + axis + ", 0, " + k + ")";
        var hits = "torch.any(torch.eq(" + best + ", torch.unsqueeze(y, " + axis + ")), " + axis + ", False)";
        return Counts.mean("torch.mean(torch.to(" + hits + ", 7, False, False, None), dtype=None)");
    }

    @Override
    public String toString() {
        return "topK(" + k + ")";
    }
}

package percolate.oracle;

import percolate.Loss;
import percolate.Shape;
import percolate.Tensor;
import percolate.program.Scoring;

/** The scalar that layers' fixtures differentiate: the outputs, each times its cotangent, summed. */
record WeightedSum() implements Loss {
    @Override
    public String name() {
        return "weightedSum";
    }

    @Override
    public Tensor prepare(Shape output, Tensor cotangent) {
        return cotangent;
    }

    @Override
    public String write(Scoring scoring) {
        return "torch.sum(torch.mul(o, y), dtype=None)";
    }
}

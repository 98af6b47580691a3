package percolate.oracle;

import java.util.List;
import percolate.Layer;
import percolate.Shape;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.model.InitialValues;
import percolate.model.Weight;
import percolate.program.Body;

/** A layer whose weight is a whole batch, which it gives whatever comes in: its gradient is the gradient of that input. */
final class Given extends Layer {
    private final Shape batch;

    Given(Tensor batch) {
        super(Attributes.of("given"));
        this.batch = batch.shape();
    }

    @Override
    public Shape outputShape(Shape input) {
        return batch.dropFirst(1);
    }

    @Override
    public List<Weight> weights(Shape input) {
        return List.of(new Weight("batch", batch, InitialValues.zeros()));
    }

    @Override
    public String write(Body body) {
        return "batch";
    }

    @Override
    protected String written() {
        return "given" + batch;
    }
}

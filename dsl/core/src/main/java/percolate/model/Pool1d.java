package percolate.model;

import java.util.List;
import percolate.Shape;
import percolate.program.Body;

/**
 * The largest element, or the mean, of each window of a sequence, feature by feature.
 *
 * <p>[time, features] gives [⌊(time + 2p − k)/s⌋ + 1, features]; the stride is the window's size unless said. No weights.
 */
public final class Pool1d extends Pooling<Pool1d> {
    public Pool1d(Attributes attributes) {
        super(attributes, List.of("time"));
    }

    public static Pool1d max(int size) {
        return new Pool1d(Attributes.of("maxPool1d").with("size", size));
    }

    public static Pool1d average(int size) {
        return new Pool1d(Attributes.of("avgPool1d").with("size", size));
    }

    @Override
    protected Pool1d with(Attributes attributes) {
        return new Pool1d(attributes);
    }

    @Override
    public Shape outputShape(Shape input) {
        return Sizes.sequence(input)
                .with(0, window().places(input.dropLast(1).sizes()).get(0));
    }

    @Override
    public String write(Body body) {
        var pooled = code(body, "torch.transpose(" + body.input() + ", 1, 2)");
        if (hasIndices()) {
            body.line("indices = torch.transpose(indices, 1, 2)");
            body.expose("indices", "indices");
        }
        return "torch.transpose(" + pooled + ", 1, 2)";
    }

    @Override
    public String sizeFormula(Shape input) {
        return window().formula(input.dropLast(1).sizes());
    }
}

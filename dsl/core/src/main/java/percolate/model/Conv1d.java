package percolate.model;

import java.util.List;
import percolate.Percolate;
import percolate.Shape;
import percolate.program.Body;

/**
 * A one-dimensional convolution along time (a time-delay network): each filter slides over a sequence of vectors.
 *
 * <p>[time, channels] gives [⌊(time + 2p − d·(k − 1) − 1)/s⌋ + 1, filters]: as in all sequences here, and unlike in
 * PyTorch, time comes first. Weights: {@code weight} [filters, channels/groups, k], {@code bias} [filters];
 * (k·channels/groups + 1)·filters parameters.
 */
public final class Conv1d extends FilterBank<Conv1d> {
    public Conv1d(Attributes attributes) {
        super(attributes, List.of("time"));
    }

    public Conv1d(int filters, int size) {
        this(Attributes.of("conv1d").with("filters", filters).with("time", size));
    }

    @Override
    protected Conv1d with(Attributes attributes) {
        return new Conv1d(attributes);
    }

    /** d·(k − 1) zeros before the sequence and none behind it: no output sees what comes after it. */
    public Conv1d causal() {
        return with(attributes().without("same").without("padding").with("causal", true));
    }

    @Override
    int channels(Shape input) {
        return Sizes.sequence(input).get(1);
    }

    @Override
    public Shape outputShape(Shape input) {
        return Shape.of(window().places(times(grouped(input))).get(0), filters());
    }

    /** The time axis with what causal convolutions put before it. */
    private List<Integer> times(Shape input) {
        int time = input.get(0);
        return List.of(time == Percolate.TIME ? time : time + lead());
    }

    private int lead() {
        return attributes().flag("causal", false)
                ? window().dilation() * (window().sizes().get(0) - 1)
                : 0;
    }

    @Override
    protected String writeLayer(Body body) {
        body.line("c = torch.transpose(" + body.input() + ", 1, 2)");
        if (lead() > 0) {
            body.line("c = torch.constant_pad_nd(c, [" + lead() + ", 0], 0)");
        }
        return "torch.transpose(" + code("c", window().padding()) + ", 1, 2)";
    }

    @Override
    public String sizeFormula(Shape input) {
        return window().formula(times(input));
    }
}

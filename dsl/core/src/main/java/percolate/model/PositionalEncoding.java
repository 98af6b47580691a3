package percolate.model;

import percolate.Shape;
import percolate.program.Body;

/**
 * Adds to each vector of a sequence where it stands: sin(t / 10000^(2i/d)) to element 2i, cos of the same to element
 * 2i + 1, t counted from 0. [time, d] stays as it is. No weights.
 *
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017, section 3.5</a>
 */
public final class PositionalEncoding extends Part<PositionalEncoding> {
    public PositionalEncoding(Attributes attributes) {
        super(attributes);
    }

    public PositionalEncoding() {
        this(Attributes.of("positionalEncoding"));
    }

    @Override
    protected PositionalEncoding with(Attributes attributes) {
        return new PositionalEncoding(attributes);
    }

    @Override
    public Shape outputShape(Shape input) {
        return Sizes.sequence(input);
    }

    @Override
    public String write(Body body) {
        int d = body.shape().get(1);
        double step = -2 * Math.log(10_000) / d;
        body.line("steps = " + counted(body, "torch.size(" + body.input() + ", 1)"));
        body.line("rates = torch.exp(torch.mul(" + counted(body, String.valueOf((d + 1) / 2)) + ", " + step + "))");
        body.line("angles = torch.mul(torch.unsqueeze(steps, 1), rates)");
        body.line("waves = torch.flatten(torch.stack([torch.sin(angles), torch.cos(angles)], 2), 1, -1)");
        return "torch.add(" + body.input() + ", torch.narrow(waves, 1, 0, " + d + "))";
    }

    /** 0, 1, … in the input's type and on its device. */
    private static String counted(Body body, String count) {
        return "torch.sub(torch.cumsum(torch.new_ones(" + body.input() + ", [" + count
                + "], dtype=None, layout=None, device=None, pin_memory=None), 0), 1)";
    }

    @Override
    public boolean keepsTime() {
        return true;
    }

    @Override
    protected String written() {
        return "positionalEncoding()";
    }
}

package percolate.model;

import java.util.List;
import percolate.Shape;
import percolate.program.Body;

/**
 * Scaled dot-product attention, softmax(Q·Kᵀ/√d)·K: each step of the input is compared with all steps of the memory.
 * [queries, d] and a memory [keys, d] give [queries, d]. No weights to train.
 *
 * <p>Options and what is readable: {@link Attention}.
 *
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017, eq. 1</a>
 */
public final class DotAttention extends Attention<DotAttention> {
    public DotAttention(Attributes attributes) {
        super(attributes);
    }

    public DotAttention() {
        this(Attributes.of("dotAttention"));
    }

    @Override
    protected DotAttention with(Attributes attributes) {
        return new DotAttention(attributes);
    }

    /** Without the division by √d: softmax(Q·Kᵀ)·K (Luong et al. 2015). */
    public DotAttention unscaled() {
        return option("unscaled", true);
    }

    private boolean isUnscaled() {
        return attributes().flag("unscaled", false);
    }

    @Override
    Shape context(Shape query, Shape memory) {
        if (query.get(1) != memory.get(1)) {
            throw unequal(query, memory, "put dense(" + query.get(1) + ") behind it, or use additiveAttention(units)");
        }
        return query;
    }

    @Override
    public String write(Body body) {
        var keys = "torch.unsqueeze(" + memory(body) + ", 1)";
        double scale = isUnscaled() ? 1 : 1 / Math.sqrt(body.shape().get(1));
        body.line("queries = torch.mul(torch.unsqueeze(" + body.input() + ", 1), " + scale + ")");
        body.line("scores = torch.matmul(queries, torch.transpose(" + keys + ", 2, 3))");
        return "torch.select(torch.matmul(" + weights(body) + ", " + keys + "), 1, 0)";
    }

    @Override
    public long work(List<Shape> inputs) {
        return pairs(inputs, inputs.get(0).get(1), inputs.get(0).get(1));
    }

    @Override
    protected String written() {
        return "dotAttention()" + (isUnscaled() ? ".unscaled()" : "") + options();
    }
}

package percolate.model;

import java.util.ArrayList;
import java.util.List;
import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;
import percolate.tensor.InitialValues;

/**
 * Multi-head attention: queries Q = x·W₁ + b₁, keys K = m·W₂ + b₂ and values V = m·W₃ + b₃ are split into heads of d/heads
 * features, each head gives softmax(Q·Kᵀ/√(d/heads))·V, and these side by side pass ·W₄ + b₄.
 *
 * <p>[queries, d] and a memory [keys, m] give [queries, d]. Weights: {@code query} [d, d], {@code key} and {@code value}
 * [m, d], {@code output} [d, d], and {@code bias} [4·d], for each of them in this order; 4·(d + 1)·d parameters where m
 * is d. The matrices are drawn as {@code xavier()} says. Options and what is readable: {@link Attention}; {@code weights} are [heads, queries, keys].
 *
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017, section 3.2.2</a>
 */
public final class MultiHeadAttention extends Attention<MultiHeadAttention> {
    private static final List<String> PARTS = List.of("query", "key", "value", "output");

    public MultiHeadAttention(Attributes attributes) {
        super(attributes);
        attributes.positive("heads");
    }

    public MultiHeadAttention(int heads) {
        this(Attributes.of("multiHeadAttention").with("heads", heads));
    }

    @Override
    protected MultiHeadAttention with(Attributes attributes) {
        return new MultiHeadAttention(attributes);
    }

    /** Whether biases are added; they are unless said. */
    public MultiHeadAttention withBias(boolean bias) {
        return bias ? with(attributes().without("withBias")) : option("withBias", false);
    }

    private boolean hasBias() {
        return attributes().flag("withBias", true);
    }

    @Override
    int heads() {
        return attributes().integer("heads");
    }

    @Override
    boolean tellsHeads() {
        return true;
    }

    @Override
    Shape context(Shape query, Shape memory) {
        if (query.get(1) % heads() != 0) {
            throw new ShapeException("expected features that " + heads() + " heads can share evenly, got "
                    + Sizes.batch(query) + "; choose a number of heads that divides " + query.get(1));
        }
        return query;
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        int d = inputs.get(0).get(1);
        var weights = new ArrayList<Weight>();
        for (var part : PARTS) {
            boolean remembered = part.equals("key") || part.equals("value");
            int in = remembered ? memory(inputs).get(1) : d;
            weights.add(new Weight(part, Shape.of(in, d), InitialValues.xavier()));
        }
        if (hasBias()) {
            weights.add(new Weight("bias", Shape.of(PARTS.size() * d), InitialValues.zeros()));
        }
        return weights;
    }

    @Override
    public List<Weight> weights(Shape input) {
        return weights(List.of(input));
    }

    @Override
    public String write(Body body) {
        int d = body.shape().get(1);
        body.line("queries = " + split(projected(d, body.input(), "query"), heads()));
        body.line("keys = " + split(projected(d, memory(body), "key"), heads()));
        body.line("values = " + split(projected(d, memory(body), "value"), heads()));
        if (body.exposing() || isMasked()) {
            double scale = 1 / Math.sqrt((double) d / heads());
            body.line("scores = torch.matmul(torch.mul(queries, " + scale + "), torch.transpose(keys, 2, 3))");
            body.line("contexts = torch.matmul(" + weights(body) + ", values)");
        } else {
            body.line("contexts = " + fused(body));
        }
        return projected(d, joined("contexts"), "output");
    }

    /** The same in one operator, whose weights nobody sees. */
    private String fused(Body body) {
        return "torch.scaled_dot_product_attention(queries, keys, values, None, " + dropped(body) + ", "
                + (isCausal() ? "True" : "False") + ", scale=None, enable_gqa=False)";
    }

    private String projected(int d, String sequence, String part) {
        return "torch.linear(" + sequence + ", torch.t(" + part + "), " + bias(d, part) + ")";
    }

    private String bias(int d, String part) {
        return hasBias() ? "torch.narrow(bias, 0, " + PARTS.indexOf(part) * d + ", " + d + ")" : "None";
    }

    @Override
    public String parameterFormula(List<Shape> inputs) {
        int d = inputs.get(0).get(1);
        int m = memory(inputs).get(1);
        var product = m == d ? "4·" + each(d, d) : "2·" + each(d, d) + " + 2·" + each(m, d);
        return Sizes.arithmetic(product, weights(inputs));
    }

    private String each(int in, int out) {
        return (hasBias() ? "(" + in + " + 1)" : in) + "·" + out;
    }

    @Override
    public long work(List<Shape> inputs) {
        int d = inputs.get(0).get(1);
        var memory = memory(inputs);
        return 2 * (Sizes.rows(inputs.get(0)) * d * d + Sizes.rows(memory) * memory.get(1) * d) + pairs(inputs, d, d);
    }

    @Override
    protected String written() {
        return "multiHeadAttention(" + heads() + ")" + (hasBias() ? "" : ".withBias(false)") + options();
    }
}

package percolate.model;

import java.util.List;
import java.util.stream.Stream;
import percolate.Shape;
import percolate.program.Body;
import percolate.tensor.InitialValues;

/**
 * Additive attention: the score of query q and key k is v·tanh(q·W + k·U + b), and the context the sum of the keys, each
 * times the softmax of its score.
 *
 * <p>[queries, d] and a memory [keys, m] give [queries, m], with several {@link #heads} [queries, heads·m], side by side.
 * Weights: {@code query} W [d, heads·units], {@code key} U [m, heads·units], {@code bias} b and {@code score} v
 * [heads·units]; (d + m + 2)·heads·units parameters. The matrices are drawn as
 * {@code xavier()} says, v uniform from −√(3/units) to √(3/units). Options and what is readable: {@link Attention}.
 *
 * @see <a href="https://arxiv.org/abs/1409.0473">Bahdanau et al. 2015, section 3.1 and appendix A.1.2</a>
 */
public final class AdditiveAttention extends Attention<AdditiveAttention> {
    public AdditiveAttention(Attributes attributes) {
        super(attributes);
        attributes.positive("units");
        attributes.positive("heads", 1);
    }

    public AdditiveAttention(int units) {
        this(Attributes.of("additiveAttention").with("units", units));
    }

    @Override
    protected AdditiveAttention with(Attributes attributes) {
        return new AdditiveAttention(attributes);
    }

    /** So many scores for each pair, each with weights of its own and a context of its own. */
    public AdditiveAttention heads(int count) {
        return option("heads", count);
    }

    @Override
    int heads() {
        return attributes().integer("heads", 1);
    }

    private int units() {
        return attributes().integer("units");
    }

    @Override
    Shape context(Shape query, Shape memory) {
        return query.withLast(heads() * memory.get(1));
    }

    @Override
    public List<Weight> weights(List<Shape> inputs) {
        int all = heads() * units();
        var xavier = InitialValues.xavier();
        double bound = Math.sqrt(3.0 / units());
        return List.of(
                new Weight("query", Shape.of(inputs.get(0).get(1), all), Blocks.of(1, heads(), xavier)),
                new Weight("key", Shape.of(memory(inputs).get(1), all), Blocks.of(1, heads(), xavier)),
                new Weight("bias", Shape.of(all), InitialValues.zeros()),
                new Weight("score", Shape.of(all), InitialValues.uniform(-bound, bound)));
    }

    @Override
    public List<Weight> weights(Shape input) {
        return weights(List.of(input));
    }

    @Override
    public String write(Body body) {
        body.line("queries = torch.unsqueeze(torch.linear(" + body.input() + ", torch.t(query), bias), 2)");
        body.line("keys = torch.unsqueeze(torch.linear(" + memory(body) + ", torch.t(key), None), 1)");
        body.line("each = torch.mul(torch.tanh(torch.add(queries, keys)), score)");
        body.line("scores = torch.sum(torch.unflatten(each, 3, [" + heads() + ", -1]), [-1], False, dtype=None)");
        body.line("scores = torch.permute(scores, [0, 3, 1, 2])");
        return joined("torch.matmul(" + weights(body) + ", torch.unsqueeze(" + memory(body) + ", 1))");
    }

    @Override
    public String parameterFormula(List<Shape> inputs) {
        var sum = "(" + inputs.get(0).get(1) + " + " + memory(inputs).get(1) + " + 2)";
        return Sizes.arithmetic(sum + (heads() == 1 ? "·" : "·" + heads() + "·") + units(), weights(inputs));
    }

    @Override
    public long work(List<Shape> inputs) {
        int all = heads() * units();
        return Stream.of(inputs.get(0), memory(inputs))
                        .mapToLong(s -> Sizes.rows(s) * s.get(1) * all)
                        .sum()
                + pairs(inputs, all, heads() * memory(inputs).get(1));
    }

    @Override
    protected String written() {
        return "additiveAttention(" + units() + ")" + (attributes().has("heads") ? ".heads(" + heads() + ")" : "")
                + options();
    }
}

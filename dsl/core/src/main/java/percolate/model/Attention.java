package percolate.model;

import java.util.List;
import percolate.Node;
import percolate.Shape;
import percolate.ShapeException;
import percolate.program.Body;

/**
 * What layers have in common that look from each step of a sequence at all steps of another one, the memory, or of
 * themselves where no second input is given: {@code decoded.then(dotAttention(), memory)}. The scores of all pairs go through
 * a softmax over the memory's steps; what it gives is readable as {@code weights}, [queries, keys], or [heads, queries, keys]
 * where there are several heads.
 *
 * @param <S> the layer's own type, which its options return
 */
public abstract class Attention<S extends Attention<S>> extends Part<S> {
    private static final String NEVER = "-1.0e+30";

    protected Attention(Attributes attributes) {
        super(attributes);
        double p = attributes.has("p") ? attributes.number("p") : 0;
        if (!(p >= 0 && p < 1)) {
            throw new IllegalArgumentException(
                    kind() + ".dropout: p is the share that is dropped, from 0 up to but not 1, got " + p);
        }
    }

    /** Step t sees the steps up to t alone, so that nothing is known of what is still to come. */
    public S causal() {
        return option("causal", true);
    }

    /** While training, this share of the weights is dropped and the others grow, as {@code dropout(p)} does. */
    public S dropout(Number p) {
        return option("p", p);
    }

    /**
     * Takes as its last input which steps of the memory count, [time], 1 or 0; the others get no weight. The mask of an
     * {@code embedding(…).padding(i)} comes by itself.
     */
    public S masked() {
        return option("masked", true);
    }

    @Override
    public int mostInputs() {
        return 2 + Mask.count(attributes());
    }

    @Override
    public int leastInputs() {
        return 1 + Mask.count(attributes());
    }

    @Override
    public Node onto(List<Node> inputs) {
        return Mask.onto(this, inputs, inputs.size() > leastInputs() ? 1 : 0);
    }

    @Override
    public boolean keepsTime() {
        return true;
    }

    @Override
    public boolean isRandom() {
        return p() > 0;
    }

    /** The number of the input that is looked at. */
    private int memory(int inputs) {
        return inputs > leastInputs() ? 1 : 0;
    }

    final Shape memory(List<Shape> inputs) {
        return inputs.get(memory(inputs.size()));
    }

    final String memory(Body body) {
        return body.input(memory(body.inputs()));
    }

    /** The shape for a query and a memory that are sequences. */
    abstract Shape context(Shape query, Shape memory);

    @Override
    public final Shape outputShape(Shape input) {
        return outputShape(List.of(input));
    }

    @Override
    public final Shape outputShape(List<Shape> inputs) {
        var memory = Sizes.sequence(memory(inputs));
        Mask.check(attributes(), inputs, memory);
        return context(Sizes.sequence(inputs.get(0)), memory);
    }

    /** Heads whose weights are told apart; 1 where there is one. */
    int heads() {
        return 1;
    }

    @Override
    public List<Exposed> exposed(List<Shape> inputs) {
        var pairs = Shape.of(inputs.get(0).get(0), memory(inputs).get(0));
        return List.of(new Exposed("weights", tellsHeads() ? pairs.prepend(heads()) : pairs));
    }

    boolean tellsHeads() {
        return heads() > 1;
    }

    /** Multiplications for the scores and the sums that they weigh. */
    final long pairs(List<Shape> inputs, int perScore, int perSum) {
        return Sizes.rows(inputs.get(0)) * Sizes.rows(memory(inputs)) * (perScore + perSum);
    }

    /** Writes the softmax of the variable {@code scores}, [batch, heads, queries, keys], and returns what weighs the values. */
    final String weights(Body body) {
        if (isCausal()) {
            body.line("pairs = torch.new_ones(scores, [torch.size(scores, 2), torch.size(scores, 3)], dtype=None,"
                    + " layout=None, device=None, pin_memory=None)");
            body.line("scores = torch.masked_fill(scores, torch.gt(torch.triu(pairs, 1), 0), " + NEVER + ")");
        }
        if (isMasked()) {
            var absent = "torch.eq(" + body.input(body.inputs() - 1) + ", 0)";
            body.line("absent = torch.unsqueeze(torch.unsqueeze(" + absent + ", 1), 1)");
            body.line("scores = torch.masked_fill(scores, absent, " + NEVER + ")");
        }
        body.line("shares = torch.softmax(scores, -1, None)");
        body.line("weights = " + (tellsHeads() ? "shares" : "torch.select(shares, 1, 0)"));
        body.expose("weights", "weights");
        return p() > 0 ? "torch.dropout(shares, " + p() + ", " + body.training() + ")" : "shares";
    }

    final boolean isCausal() {
        return attributes().flag("causal", false);
    }

    final boolean isMasked() {
        return Mask.isSaid(attributes());
    }

    /** The share of the weights that is dropped. */
    final double dropped(Body body) {
        return body.training().equals("True") ? p() : 0;
    }

    private double p() {
        return attributes().has("p") ? attributes().number("p") : 0;
    }

    /** A sequence [batch, time, heads·n] as [batch, heads, time, n]. */
    static String split(String sequence, int heads) {
        return "torch.transpose(torch.unflatten(" + sequence + ", 2, [" + heads + ", -1]), 1, 2)";
    }

    /** What {@link #split} took apart. */
    static String joined(String heads) {
        return "torch.flatten(torch.transpose(" + heads + ", 1, 2), 2, -1)";
    }

    static ShapeException unequal(Shape query, Shape memory, String remedy) {
        return new ShapeException("expected as many features in the memory as in " + Sizes.batch(query) + ", got "
                + Sizes.batch(memory) + "; " + remedy);
    }

    /** The options of this class, as they were written. */
    final String options() {
        return (isCausal() ? ".causal()" : "")
                + (attributes().has("p") ? ".dropout(" + p() + ")" : "")
                + (isMasked() ? ".masked()" : "");
    }
}

package percolate.model;

import java.util.List;
import java.util.function.UnaryOperator;
import percolate.Layer;
import percolate.Node;
import percolate.Shape;
import percolate.ShapeException;

/**
 * What the blocks of a transformer have in common: each part F (attention, or two dense layers) is added to its input and
 * normalised, y = layerNorm(x + F(x)), or with {@link #preNorm} y = x + F(layerNorm(x)). An activation named behind stands
 * between the dense layers, relu unless said.
 *
 * @param <S> the layer's own type, which its options return
 */
public abstract class Transformer<S extends Transformer<S>> extends Group<S> {
    protected Transformer(Attributes attributes) {
        super(attributes);
        attributes.positive("heads");
        attributes.positive("feedForward");
        attributes.positive("layers", 1);
        attention(false);
    }

    static Attributes attributes(String kind, int heads, int feedForward) {
        return Attributes.of(kind).with("heads", heads).with("feedForward", feedForward);
    }

    /** Step t of the input sees the steps up to t alone. */
    public S causal() {
        return option("causal", true);
    }

    /** So many blocks one behind the other, each with weights of its own. */
    public S layers(int count) {
        return option("layers", count);
    }

    /** While training, drops this share of each part's result, of the attention's weights, and between the dense layers. */
    public S dropout(Number p) {
        return option("p", p);
    }

    /**
     * Normalises what goes into each part instead of the sums, which trains deep stacks without warm-up; put a
     * {@code layerNorm()} behind the last block (Xiong et al. 2020).
     */
    public S preNorm() {
        return option("preNorm", true);
    }

    /** Takes as its last input which steps count, [time], 1 or 0; the mask of an embedding's padding comes by itself. */
    public S masked() {
        return option("masked", true);
    }

    /** How many sequences go in. */
    abstract int sequences();

    /** One block behind x; the further inputs follow. */
    abstract Node block(Node x, List<Node> more);

    @Override
    protected final Node expand(List<Node> inputs) {
        int expected = sequences() + Mask.count(attributes());
        if (inputs.size() != expected) {
            throw new ShapeException(
                    "expected " + expected + (expected == 1 ? " input" : " inputs, " + roles()) + ", got "
                            + inputs.size() + "; write node.then(" + this + (expected == 1 ? ")" : ", further nodes)"));
        }
        var x = inputs.get(0);
        for (int i = 0; i < attributes().integer("layers", 1); i++) {
            x = block(x, inputs.subList(1, inputs.size()));
        }
        return x;
    }

    /** The inputs in words. */
    private String roles() {
        return (sequences() == 1 ? "a sequence" : "a sequence and the memory") + (isMasked() ? " and a mask" : "");
    }

    final boolean isMasked() {
        return Mask.isSaid(attributes());
    }

    final MultiHeadAttention attention(boolean causal) {
        var attention = new MultiHeadAttention(attributes().integer("heads"));
        var dropping = attributes().has("p") ? attention.dropout(attributes().number("p")) : attention;
        return causal && attributes().flag("causal", false) ? dropping.causal() : dropping;
    }

    /** x and a part of it, added and normalised. */
    final Node added(Node x, UnaryOperator<Node> part) {
        boolean before = attributes().flag("preNorm", false);
        var y = dropped(part.apply(before ? behind(x, new LayerNorm()) : x));
        var sum = Merge.add().onto(List.of(x, y));
        return before ? sum : behind(sum, new LayerNorm());
    }

    /** The two dense layers, on each step by itself. */
    final Node fed(Node x) {
        int d = x.shape().get(1);
        var dense = new Dense(attributes().integer("feedForward"));
        var inner = activation().equals(Activation.NONE) ? dense.relu() : Parts.activated(dense, this);
        return added(x, in -> behind(dropped(behind(in, inner)), new Dense(d)));
    }

    private Node dropped(Node x) {
        return attributes().has("p") ? behind(x, new Dropout(attributes().number("p"))) : x;
    }

    private static Node behind(Node x, Layer layer) {
        return layer.onto(List.of(x));
    }

    /** @throws ShapeException if an input is no sequence that the heads can share */
    final void check(Shape query, Shape memory) {
        attention(false).outputShape(List.of(query, memory));
    }

    @Override
    protected final String written() {
        return kind() + "(" + attributes().integer("heads") + ", "
                + attributes().integer("feedForward") + ")"
                + (attributes().flag("causal", false) ? ".causal()" : "")
                + (attributes().has("layers") ? ".layers(" + attributes().integer("layers") + ")" : "")
                + (attributes().has("p") ? ".dropout(" + attributes().number("p") + ")" : "")
                + (attributes().flag("preNorm", false) ? ".preNorm()" : "")
                + (isMasked() ? ".masked()" : "");
    }
}

package percolate.model;

import java.util.List;
import percolate.Node;
import percolate.Shape;
import percolate.Tensor;
import percolate.program.Body;

/**
 * A recurrent layer that reads the sequence from both ends, with weights for each direction, and puts both states side by
 * side: [time, in] gives [2·units], each direction's last state, or with {@link #returnSequences} [time, 2·units], the
 * states that belong to each step.
 *
 * <p>Weights: those of the layer, and once more for the way back: {@code backwardInput}, and so on.
 *
 * @see <a href="https://doi.org/10.1109/78.650093">Schuster and Paliwal 1997</a>
 */
public final class Bidirectional extends Weighted<Bidirectional> {
    private static final List<Direction> BOTH = List.of(new Direction("", false), new Direction("backward", true));

    private final Recurrent<?> layer;

    public Bidirectional(Attributes attributes) {
        super(attributes);
        var inner = Attributes.of(attributes.text("of", "")).with(attributes.values());
        var read =
                Kinds.layer(inner.without("of").without("sum").without("name").without("activation"));
        if (!(read instanceof Recurrent<?> recurrent) || inner.flag("reverse", false)) {
            throw new IllegalArgumentException(
                    "bidirectional: expected a layer such as lstm(8) or gru(8) that reads forward, got " + read);
        }
        layer = recurrent;
    }

    public Bidirectional(Recurrent<?> layer) {
        this(attributes(layer));
    }

    private static Attributes attributes(Recurrent<?> layer) {
        if (!layer.activation().equals(Activation.NONE) || !layer.name().isEmpty()) {
            throw new IllegalArgumentException("bidirectional: expected name and activation behind it,"
                    + " bidirectional(lstm(8)).named(\"both\").relu(), got " + layer
                    + (layer.name().isEmpty() ? "" : " named " + layer.name()));
        }
        if (layer.isStateful()) {
            throw new IllegalArgumentException(
                    "bidirectional: expected a layer that begins each batch anew, got " + layer
                            + "; leave stateful() out, for the way back would have to begin in a batch that is yet to come");
        }
        if (layer.returnsState()) {
            throw new IllegalArgumentException("bidirectional: expected a layer that gives its states only, got "
                    + layer + "; leave returnState() out, or use two layers, one of them reverse()");
        }
        return Attributes.of("bidirectional")
                .with("of", layer.kind())
                .with(layer.attributes().values());
    }

    @Override
    protected Bidirectional with(Attributes attributes) {
        return new Bidirectional(attributes);
    }

    /** Gives every step's states instead of the last ones. */
    public Bidirectional returnSequences() {
        return option("sequences", true);
    }

    /** Adds the two states up instead of putting them side by side. */
    public Bidirectional sum() {
        return option("sum", true);
    }

    /** The first values of {@code recurrent}, forwards. */
    public Bidirectional recurrent(Tensor values) {
        return given("recurrent", values);
    }

    /** Takes as its last input which steps count, [time], 1 or 0, as {@link Recurrent#masked} does. */
    public Bidirectional masked() {
        return option("masked", true);
    }

    @Override
    public int mostInputs() {
        return 1 + Mask.count(attributes());
    }

    @Override
    public int leastInputs() {
        return mostInputs();
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Mask.check(attributes(), inputs, Sizes.sequence(inputs.get(0)));
        return outputShape(inputs.get(0));
    }

    @Override
    public Node onto(List<Node> inputs) {
        return Mask.onto(this, inputs, 0);
    }

    @Override
    public boolean keepsTime() {
        return layer.sequences();
    }

    @Override
    protected String firstWeight() {
        return "input";
    }

    private Stack stack() {
        return new Stack(layer, BOTH, attributes().flag("sum", false));
    }

    @Override
    public Shape outputShape(Shape input) {
        return layer.outputShape(input).withLast(stack().width());
    }

    @Override
    protected List<Weight> layerWeights(Shape input) {
        return stack().weights(input);
    }

    @Override
    protected String writeLayer(Body body) {
        return stack().write(body);
    }

    @Override
    public String parameterFormula(Shape input) {
        return layer.hasRecurrentBias() ? stack().parameterFormula(input) : super.parameterFormula(input);
    }

    @Override
    protected String parameterProduct(Shape input) {
        return stack().parameterProduct(input);
    }

    @Override
    public long work(Shape input) {
        return stack().work(input);
    }

    @Override
    protected String written() {
        return "bidirectional(" + layer + ")" + (attributes().flag("sum", false) ? ".sum()" : "");
    }
}

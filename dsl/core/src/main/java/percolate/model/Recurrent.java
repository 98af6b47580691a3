package percolate.model;

import java.util.ArrayList;
import java.util.List;
import percolate.DType;
import percolate.Initializer;
import percolate.Node;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.program.Body;
import percolate.tensor.InitialValues;

/**
 * What layers that read a sequence step by step have in common. [time, in] gives the last step's state h, [units], or with
 * {@link #returnSequences} that of every step, [time, units]. States start as zeros, or as further inputs say, [units] each:
 * {@code then(gru(128), state)}, of an lstm h and then c; all of several {@link #layers} start there. A {@link #stateful}
 * layer starts where the batch before ended.
 *
 * <p>Weights: {@code input} [in, gates·units], {@code recurrent} [units, gates·units], {@code bias} [gates·units], the gates
 * side by side in the order in which the layer's description names them; in the second of several {@link #layers}
 * {@code input2}, and so on. All are drawn uniform from −1/√units to 1/√units unless {@code init} says otherwise.
 *
 * @param <S> the layer's own type, which its options return
 */
public abstract class Recurrent<S extends Recurrent<S>> extends Weighted<S> {
    protected Recurrent(Attributes attributes) {
        super(attributes);
        attributes.positive("units");
        attributes.positive("layers", 1);
        if (isStateful() && attributes.flag("reverse", false)) {
            throw new IllegalArgumentException(kind() + ".stateful: expected a layer that reads forward, got reverse(),"
                    + " which ends where the batch before does; leave one of the two out");
        }
    }

    /** Gives every step's state instead of the last one's. */
    public S returnSequences() {
        return option("sequences", true);
    }

    /** Reads the sequence from its end; outputs stand at the step they belong to, the last one read at the first. */
    public S reverse() {
        return option("reverse", true);
    }

    /**
     * Gives the last state as a further output, {@code net.outputs(x).get(1)}, and of an lstm its memory cell as another.
     * States to start from can be given behind the inputs: {@code net.outputs(x, state)}.
     */
    public S returnState() {
        return option("returnState", true);
    }

    /**
     * Takes as its last input which steps count, [time], 1 or 0: at the others the states stay as they are. The mask of an
     * {@code embedding(…).padding(i)} comes by itself.
     */
    public S masked() {
        return option("masked", true);
    }

    /**
     * The states in which a batch ends are those in which the next one starts, example by example: example 3 goes on where
     * the example 3 of the batch before stopped. Gradients stop between batches (truncated backpropagation through time), so
     * a long text is trained piece by piece.
     *
     * <p>So it is in {@code predict}, {@code apply} and training alike. A training takes the examples in their order, and
     * begins each epoch with zeros; {@code net.resetStates()} does so at other times. Batches of another size start from
     * zeros too. States are not weights: no file and no copy of the model has them.
     */
    public S stateful() {
        return option("stateful", true);
    }

    /** So many layers one on top of the other, each reading the states of the one below. */
    public S layers(int count) {
        return option("layers", count);
    }

    /** The first values of {@code recurrent}. */
    public S recurrent(Tensor values) {
        return given("recurrent", values);
    }

    @Override
    protected String firstWeight() {
        return "input";
    }

    /** How many blocks of units the weights hold side by side. */
    abstract int gates();

    /** Whether a second bias, {@code recurrentBias}, is added to the states' product, as the engine's own layers do. */
    boolean hasRecurrentBias() {
        return false;
    }

    /** How many gates see the memory cell, each through a weight per unit. */
    int peepholes() {
        return 0;
    }

    /** The states that a step takes and gives; h comes first. */
    List<String> states() {
        return List.of("h");
    }

    /** What a step has inside, as the variables of {@link #step} that hold it. */
    abstract List<String> insides();

    /** One step in native statements: from $x, the input's product with its weights and bias, and the states to new states. */
    abstract void step(Pass pass);

    /** Whether the engine has this layer as one operator. */
    boolean isFused() {
        return false;
    }

    /** The engine's operator over the whole sequence $s from $start, giving $y and the last states. */
    void writeFused(Pass pass) {
        throw new IllegalStateException(kind() + ": not one operator");
    }

    @Override
    public Shape outputShape(Shape input) {
        Sizes.sequence(input);
        return sequences() ? input.withLast(units()) : Shape.of(units());
    }

    @Override
    public int mostInputs() {
        return 1 + (isStateful() ? 0 : states().size()) + Mask.count(attributes());
    }

    @Override
    public int leastInputs() {
        return 1 + Mask.count(attributes());
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        var output = outputShape(inputs.get(0));
        for (int i = 1; i < inputs.size() - Mask.count(attributes()); i++) {
            if (!inputs.get(i).equals(Shape.of(units()))) {
                throw new ShapeException(
                        "expected a state to start from, [batch, " + units() + "], got " + Sizes.batch(inputs.get(i))
                                + "; put dense(" + units() + ") behind it, or take memory.state()");
            }
        }
        Mask.check(attributes(), inputs, inputs.get(0));
        return output;
    }

    @Override
    public Node onto(List<Node> inputs) {
        var node = Mask.onto(this, inputs, 0);
        if (!returnsState()) {
            return node;
        }
        var outputs = new ArrayList<>(List.of(node.vertex()));
        node.vertex().exposed().forEach(state -> outputs.add(node.vertex().pick(state)));
        return new Node(outputs, node.scope());
    }

    /** Adds states to start from to the inputs where this layer gives its last ones and has none; gives those added. */
    final List<Vertex> start(List<Vertex> inputs) {
        if (!returnsState() || isStateful() || inputs.size() > leastInputs()) {
            return List.of();
        }
        var states = states().stream()
                .map(state -> Vertex.input("", Shape.of(units()), DType.float32))
                .toList();
        inputs.addAll(1, states);
        return states;
    }

    @Override
    public boolean keepsTime() {
        return sequences();
    }

    /** The last states, as {@code node.state()} takes them: {@code state}, and of an lstm {@code cellState}. */
    @Override
    public List<Exposed> exposed(List<Shape> inputs) {
        return states().stream()
                .map(s -> new Exposed(s.equals("h") ? "state" : s + "State", Shape.of(units())))
                .toList();
    }

    @Override
    protected List<Weight> layerWeights(Shape input) {
        return stack().weights(input);
    }

    @Override
    public List<Weight> carried(List<Shape> inputs) {
        return isStateful() ? stack().carried() : List.of();
    }

    @Override
    protected String writeLayer(Body body) {
        return stack().write(body);
    }

    private Stack stack() {
        return new Stack(this, List.of(new Direction("", attributes().flag("reverse", false))), false);
    }

    final Initializer initialWeights() {
        return initial(initialBias());
    }

    final Initializer initialBias() {
        double bound = 1 / Math.sqrt(units());
        return InitialValues.uniform(-bound, bound);
    }

    @Override
    public String parameterFormula(Shape input) {
        return hasRecurrentBias() ? stack().parameterFormula(input) : biasRemark() + super.parameterFormula(input);
    }

    /** Gated units without a second bias say so, for they are compared with those of the engine, which have one. */
    final String biasRemark() {
        return gates() > 1 && hasBias() && !hasRecurrentBias() ? "one bias as in textbooks: " : "";
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
        return kind() + "(" + units() + ")" + (layers() == 1 ? "" : ".layers(" + layers() + ")") + flags() + options();
    }

    private String flags() {
        var text = new StringBuilder();
        text.append(attributes().flag("peepholes", false) ? ".peephole()" : "");
        for (var flag : List.of("coupledGates", "cho", "reverse")) {
            text.append(attributes().flag(flag, false) ? "." + flag + "()" : "");
        }
        return text
                + (sequences() ? ".returnSequences()" : "")
                + (returnsState() ? ".returnState()" : "")
                + (isStateful() ? ".stateful()" : "")
                + (Mask.isSaid(attributes()) ? ".masked()" : "");
    }

    final boolean returnsState() {
        return attributes().flag("returnState", false);
    }

    /** Whether states are taken over from one batch to the next. */
    public final boolean isStateful() {
        return attributes().flag("stateful", false);
    }

    final int units() {
        return attributes().integer("units");
    }

    final int layers() {
        return attributes().integer("layers", 1);
    }

    final boolean sequences() {
        return attributes().flag("sequences", false);
    }
}

package percolate.djl;

import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import percolate.Layer;
import percolate.Model;
import percolate.Percolate;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.engine.Lent;
import percolate.model.Attributes;
import percolate.model.Own;
import percolate.model.OwnWeights;
import percolate.model.Part;
import percolate.model.Probe;
import percolate.model.Variable;
import percolate.model.Weight;
import percolate.program.Body;
import percolate.program.Mode;
import percolate.program.Stepwise;

/**
 * A DJL block as a layer, whose weights are the block's parameters themselves. A block that is not initialized yet is, by
 * DJL's initializers, as soon as the shape of its input is known. It runs in Java, so that a model that holds it runs step by
 * step; DJL keeps owning the parameters.
 */
public final class BlockLayer extends Part<BlockLayer> implements Own {
    private BlockLayer(Attributes attributes) {
        super(attributes);
    }

    private BlockLayer(Block block) {
        this(Attributes.of("block").with("held", new Held(block)));
    }

    /** A block with its weights, which are looked up once. */
    private static final class Held {
        private final Block block;
        private OwnWeights weights;

        Held(Block block) {
            this.block = Objects.requireNonNull(block, "model: expected a block, got null");
        }

        synchronized void initialize(List<Shape> inputs) {
            if (!block.isInitialized()) {
                var shapes =
                        inputs.stream().map(shape -> Lent.batchOf(shape, 1)).toArray(ai.djl.ndarray.types.Shape[]::new);
                block.initialize(Lent.manager(block), DataType.FLOAT32, shapes);
            }
        }

        synchronized OwnWeights weights() {
            if (weights == null) {
                weights = new OwnWeights(block.getParameters().stream()
                        .map(p -> Variable.of(
                                p.getKey(),
                                new Tensor(Array.borrowed(p.getValue().getArray())),
                                p.getValue().requiresGradient()))
                        .toList());
            }
            return weights;
        }
    }

    /** A model of this block alone; one that is not initialized takes its input's shape from the first data. */
    public static Model model(Block block) {
        var layer = new BlockLayer(block);
        if (!block.isInitialized()) {
            return Percolate.sequential(layer);
        }
        var inputs = Lent.examples(block.getInputShapes()).stream()
                .map(shape -> Percolate.input(shape.toArray()))
                .toList();
        return Percolate.model(inputs, layer.onto(inputs));
    }

    @Override
    protected BlockLayer with(Attributes attributes) {
        return new BlockLayer(attributes);
    }

    private Held held() {
        return (Held) attributes().values().get("held");
    }

    @Override
    public Tensor run(List<Tensor> inputs) {
        boolean training = Stepwise.current().map(m -> m == Mode.TRAINING).orElse(false);
        var outputs = Lent.call(inputs.stream().map(Tensor::array).toList(), (manager, x) -> held().block
                .forward(new ParameterStore(manager, false), x, training));
        if (outputs.size() != 1) {
            throw new IllegalStateException("block: expected a block with one output, got " + outputs.size()
                    + "; put it into one that gives the first, such as a SequentialBlock that ends in a LambdaBlock");
        }
        return new Tensor(outputs.get(0));
    }

    @Override
    public OwnWeights own() {
        return held().weights();
    }

    @Override
    public Layer copied(Map<Object, Object> copies) {
        throw new IllegalStateException(
                "copy: a DJL block cannot be copied; make another one, and a model of it with model(block)");
    }

    @Override
    public Shape outputShape(Shape input) {
        return outputShape(List.of(input));
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        held().initialize(inputs);
        return Probe.shape(this, inputs);
    }

    @Override
    public List<Weight> weights(Shape input) {
        return own().weights();
    }

    @Override
    public int mostInputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean takesAny() {
        return true;
    }

    @Override
    public String write(Body body) {
        throw new IllegalStateException("block: a DJL block runs in Java");
    }

    @Override
    public String parameterFormula(Shape input) {
        return own().shapes();
    }

    @Override
    protected String written() {
        return "block(" + held().block.getClass().getSimpleName() + ")";
    }
}

package percolate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import percolate.Initializer;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.program.Body;
import percolate.tensor.InitialValues;

/**
 * What every layer with weights can be given besides: how they are drawn, or their first values.
 *
 * @param <S> the layer's own type, which its options return
 */
public abstract class Weighted<S extends Weighted<S>> extends Part<S> {
    private static final String SLOPE = "slope";

    protected Weighted(Attributes attributes) {
        super(attributes);
    }

    /**
     * Draws the weights, not the biases, this way: {@code init(normal(0, 0.01))}. Unless said, they suit the activation:
     * {@code he()} before relu, leakyRelu and elu, {@code xavier()} otherwise. Gates, groups and places of a layer are drawn
     * one by one, each with the shape of its own. A function of your own is not saved with a model, which keeps its weights.
     */
    public S init(Initializer initializer) {
        Objects.requireNonNull(initializer, "init: the initialiser is null");
        return option("init", initializer instanceof InitialValues named ? named.toString() : initializer);
    }

    /** Whether a bias is added; it is unless said. */
    public S withBias(boolean bias) {
        return bias
                ? with(attributes().without("withBias"))
                : with(attributes().without("bias")).option("withBias", false);
    }

    /** The first values of {@code weight}, or of the weight of that role that the layer's description names first. */
    public S weight(Tensor values) {
        return given(firstWeight(), values);
    }

    /** The first values of {@code bias}. */
    public S bias(Tensor values) {
        return with(attributes().without("withBias")).given("bias", values);
    }

    protected final S given(String name, Tensor values) {
        return option(name, Nested.of(kind() + "." + name, values));
    }

    /** x for x ≥ 0, slope · x below, with one slope for the layer that is trained and starts at 0.25 (He et al. 2015). */
    public S prelu() {
        return activation("prelu");
    }

    // Penalties and bounds of this layer's own weights

    /** Adds λ·Σw² over this layer's weights, biases aside, to the loss that is trained and shown. */
    public S l2(Number lambda) {
        return option("l2", lambda);
    }

    /** Adds λ·Σ|w| over this layer's weights, biases aside, to the loss that is trained and shown. */
    public S l1(Number lambda) {
        return option("l1", lambda);
    }

    /** Shrinks each unit's incoming weights after a training step so that their norm is at most {@code bound}. */
    public S maxNorm(Number bound) {
        return option("maxNorm", bound);
    }

    @Override
    public final List<Weight> weights(Shape input) {
        var weights = new ArrayList<>(layerWeights(input));
        if (slopes()) {
            weights.add(new Weight(SLOPE, Shape.of(1), InitialValues.constant(0.25)));
        }
        return weights;
    }

    @Override
    public final String write(Body body) {
        var result = writeLayer(body);
        return slopes() ? "torch.prelu(" + result + ", " + SLOPE + ")" : result;
    }

    @Override
    public String parameterFormula(Shape input) {
        return Sizes.arithmetic(parameterProduct(input) + (slopes() ? " + 1" : ""), weights(input));
    }

    private boolean slopes() {
        return activation().name().equals("prelu");
    }

    /** The weights but for the activation's. */
    protected abstract List<Weight> layerWeights(Shape input);

    /** Writes the layer without its activation, and returns the result's name. */
    protected abstract String writeLayer(Body body);

    /** How the number of parameters comes about, without the activation's and the result. */
    protected abstract String parameterProduct(Shape input);

    /** "(9 + 1)·4" with a bias, else "9·4". */
    protected final String perOutput(Object inputs, Object outputs) {
        return (hasBias() ? "(" + inputs + " + 1)" : inputs) + "·" + outputs;
    }

    /** The name of the weight that {@link #weight(Tensor)} gives. */
    protected String firstWeight() {
        return "weight";
    }

    protected final boolean hasBias() {
        return attributes().flag("withBias", true);
    }

    /** A weight that is drawn by {@code otherwise}, unless its values are given. */
    protected final Weight weight(String name, Shape shape, Initializer otherwise) {
        if (!attributes().has(name)) {
            return new Weight(name, shape, otherwise);
        }
        var values = Nested.tensor(attributes().value(name));
        boolean single = values.size() == 1 && values.shape().rank() == 1 && shape.elementCount() == 1;
        if (!single && !values.shape().equals(shape)) {
            throw new ShapeException("expected " + name + " of shape " + shape + ", got " + values.shape()
                    + "; reshape it, or change the layer");
        }
        return new Weight(name, shape, sizes -> values.reshape(sizes));
    }

    protected final Weight bias(int count) {
        return weight("bias", Shape.of(count), InitialValues.zeros());
    }

    /** One weight, and a bias for each output unless there is none. */
    protected final List<Weight> weightAndBias(Weight weight, int outputs) {
        return hasBias() ? List.of(weight, bias(outputs)) : List.of(weight);
    }

    /** How this layer draws its weights. */
    protected final Initializer initial() {
        return initial(activation().isRectifier() ? InitialValues.he() : InitialValues.xavier());
    }

    protected final Initializer initial(Initializer otherwise) {
        var said = attributes().value("init");
        return said == null ? otherwise : said instanceof String text ? InitialValues.of(text) : (Initializer) said;
    }

    private String word(String name) {
        return name.equals(firstWeight()) ? "weight" : name;
    }

    /** The options of this class, as they were written. */
    protected final String options() {
        var text = new StringBuilder(attributes().flag("withBias", true) ? "" : ".withBias(false)");
        if (attributes().has("init")) {
            text.append(".init(").append(attributes().text("init", "")).append(')');
        }
        for (var option : attributes().values().entrySet()) {
            if (option.getValue() instanceof List<?> values) {
                text.append('.').append(word(option.getKey())).append("(tensor");
                text.append(Nested.tensor(values).shape()).append(')');
            }
        }
        return text.toString();
    }
}

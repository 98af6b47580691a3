package percolate;

import java.util.List;
import percolate.model.Activation;
import percolate.model.Attributes;
import percolate.model.Regularising;
import percolate.model.Weight;
import percolate.program.Body;

/**
 * A part of a model, as a description: immutable, equal by value, without weights. Each use in a model makes new weights.
 *
 * <p>Shapes here are those of one example; the batch axis in front is never written.
 */
public abstract class Layer {
    private final Attributes attributes;

    protected Layer(Attributes attributes) {
        this.attributes = attributes;
    }

    /** What was said of this layer. */
    @Internal
    public final Attributes attributes() {
        return attributes;
    }

    /** The word this layer is made with, for example {@code conv2d}. */
    @Internal
    public final String kind() {
        return attributes.kind();
    }

    /** The name given by {@code named}, or nothing. */
    public final String name() {
        return attributes.text("name", "");
    }

    /** What is applied to the result, {@link Activation#NONE} where nothing is. */
    @Internal
    public final Activation activation() {
        return Activation.of(attributes);
    }

    /**
     * The shape of one example after this layer.
     *
     * @throws ShapeException if {@code input} does not fit; the message needs no place, the model adds it
     */
    @Internal
    public abstract Shape outputShape(Shape input);

    /** The weights this layer has for such an input, in the order of the native program's arguments. */
    @Internal
    public List<Weight> weights(Shape input) {
        return List.of();
    }

    /** Writes this layer as a function of the native program, without its activation, and returns the result's name. */
    @Internal
    public abstract String write(Body body);

    /** How the output's size comes about, with numbers; empty where it stays as it is. */
    @Internal
    public String sizeFormula(Shape input) {
        return "";
    }

    /** How the number of parameters comes about, with numbers; empty where there are none. */
    @Internal
    public String parameterFormula(Shape input) {
        return "";
    }

    /** Multiplications per example, to judge how much work a step is. */
    @Internal
    public long work(Shape input) {
        return outputShape(input).elementCount();
    }

    /**
     * Refuses values that this layer cannot take, before native code sees them.
     *
     * @param x a batch of the model's input
     * @throws IllegalArgumentException naming what was expected; the message needs no place, the model adds it
     */
    @Internal
    public void check(Tensor x) {}

    /** Whether this layer gives the input's elements as they are, in another shape. */
    @Internal
    public boolean keepsElements() {
        return false;
    }

    /** Whether this layer takes integers, such as the numbers of words. */
    @Internal
    public boolean takesIntegers() {
        return false;
    }

    /** Whether training draws random numbers here. */
    @Internal
    public boolean isRandom() {
        return false;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Layer layer && getClass() == layer.getClass() && attributes.equals(layer.attributes);
    }

    @Override
    public final int hashCode() {
        return attributes.hashCode();
    }

    /** As it was written, for example {@code conv2d(6, 5).same().tanh()}. */
    @Override
    public String toString() {
        var text = new StringBuilder(written());
        if (!activation().equals(Activation.NONE) && !activation().name().equals(kind())) {
            text.append('.').append(activation());
        }
        return text.append(Regularising.written(attributes)).toString();
    }

    /** This layer as it was written, without activation and name. */
    protected abstract String written();
}

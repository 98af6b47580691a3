package percolate;

import java.util.List;
import percolate.model.Activation;
import percolate.model.Attributes;
import percolate.model.Exposed;
import percolate.model.Regularising;
import percolate.model.Vertex;
import percolate.model.Weight;
import percolate.program.Body;

/**
 * A part of a model, as a description: immutable, equal by value, without weights. Each use in a model makes new weights.
 *
 * <p>Shapes here are those of one example; the batch axis in front is never written.
 */
public abstract class Layer {
    private static final String INSTANCE = "instance";

    private Attributes attributes;

    protected Layer(Attributes attributes) {
        this.attributes = attributes;
    }

    /** A layer of one's own, called after its class and equal to itself alone. */
    Layer() {
        var name = getClass().getSimpleName();
        var word = name.isEmpty() ? "custom" : Character.toLowerCase(name.charAt(0)) + name.substring(1);
        this.attributes = Attributes.of(word).with(INSTANCE, new Object());
    }

    /** Makes this, which was just cloned, another layer than its original. */
    final void renew() {
        attributes = attributes.with(INSTANCE, new Object());
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

    // Layers that take several inputs override these; the others know of one input only.

    /** How many inputs this layer can take: from {@link #leastInputs} to this. */
    @Internal
    public int mostInputs() {
        return 1;
    }

    /** How many inputs this layer needs. */
    @Internal
    public int leastInputs() {
        return 1;
    }

    /** {@link #outputShape(Shape)} for several inputs. */
    @Internal
    public Shape outputShape(List<Shape> inputs) {
        return outputShape(inputs.get(0));
    }

    /** {@link #weights(Shape)} for several inputs. */
    @Internal
    public List<Weight> weights(List<Shape> inputs) {
        return weights(inputs.get(0));
    }

    /**
     * What this layer takes over from one batch to the next, in the order of the native program's arguments: states whose
     * first axis is the batch's, of no rows at first. The layer's function changes them in place.
     */
    @Internal
    public List<Weight> carried(List<Shape> inputs) {
        return List.of();
    }

    /** Values that arise on the way and can be read, as {@link Body#expose} names them, in the order of their use. */
    @Internal
    public List<Exposed> exposed(List<Shape> inputs) {
        return List.of();
    }

    /** {@link #sizeFormula(Shape)} for several inputs. */
    @Internal
    public String sizeFormula(List<Shape> inputs) {
        return sizeFormula(inputs.get(0));
    }

    /** {@link #parameterFormula(Shape)} for several inputs. */
    @Internal
    public String parameterFormula(List<Shape> inputs) {
        return parameterFormula(inputs.get(0));
    }

    /** {@link #work(Shape)} for several inputs. */
    @Internal
    public long work(List<Shape> inputs) {
        return work(inputs.get(0));
    }

    /** {@link #takesIntegers()} of one of several inputs. */
    @Internal
    public boolean takesIntegers(int input) {
        return takesIntegers();
    }

    /** Whether this layer takes elements of the type in which the data has them. */
    @Internal
    public boolean takesAny() {
        return false;
    }

    /**
     * Puts this layer behind values of a model. A layer that stands for several others puts those.
     *
     * @throws ShapeException if they do not fit; the message needs no place, the caller adds it
     */
    @Internal
    public Node onto(List<Node> inputs) {
        return Vertex.onto(this, inputs);
    }

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

    /** Whether steps of a sequence stay where they are, so that what only fills it up still does behind this layer. */
    @Internal
    public boolean keepsTime() {
        return false;
    }

    /** Whether this layer exposes, as {@code mask}, which steps of its sequence are words and which only fill it up. */
    @Internal
    public boolean givesMask() {
        return false;
    }

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

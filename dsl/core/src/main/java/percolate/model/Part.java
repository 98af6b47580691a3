package percolate.model;

import java.util.List;
import java.util.function.UnaryOperator;
import percolate.Layer;
import percolate.Tensor;

/**
 * What every layer of the DSL can be given: a name, and an activation that is applied to its result.
 *
 * @param <S> the layer's own type, which its options return
 */
public abstract class Part<S extends Part<S>> extends Layer {
    protected Part(Attributes attributes) {
        super(attributes);
        activation();
        Regularising.check(attributes);
    }

    /** The same layer with other attributes. */
    protected abstract S with(Attributes attributes);

    protected final S option(String name, Object value) {
        return with(attributes().with(name, value));
    }

    /** The same layer with this activation in place of another. */
    protected S activation(String name) {
        return with(attributes().without("slope").without(Activation.FUNCTION).with("activation", name));
    }

    /**
     * A function of your own of each element of the result: {@code dense(8).activation(x -> x.times(x.sigmoid()))}. A model
     * that holds one runs step by step, in Java, and cannot be exported; {@code lambda} takes functions that reshape.
     */
    public S activation(UnaryOperator<Tensor> function) {
        if (function == null) {
            throw new IllegalArgumentException("activation: expected a function such as x -> x.times(x), got null");
        }
        return activation(Activation.OWN).option(Activation.FUNCTION, function);
    }

    /** The key of its weights and activations; unique within a model, without dots. */
    public S named(String name) {
        return option("name", Names.checked(kind(), name));
    }

    /** Keeps its weights, and a batchNorm's statistics, as they are in training; {@code net.unfreeze} ends that. */
    public S frozen() {
        return option("frozen", true);
    }

    /**
     * Trains its weights at the optimizer's rate times this factor; with 0 they stay. Of several layers, such as a
     * {@code residual} or a model, each learns so, beside a factor of its own. A rate that the optimizer has for a weight,
     * {@code adam(1e-3).rate("head", 1e-2)}, counts instead.
     */
    public S rate(Number factor) {
        return option("rate", factor);
    }

    /** These layers, at this part of the rates they have. */
    public static List<Layer> rated(List<Layer> layers, double factor) {
        return layers.stream().map(layer -> rated(layer, factor)).toList();
    }

    /** A layer at this part of the rate it has. */
    static Layer rated(Layer layer, double factor) {
        if (factor == 1) {
            return layer;
        }
        if (layer instanceof Part<?> part) {
            var attributes = part.attributes();
            return part.rate(attributes.has("rate") ? factor * attributes.number("rate") : factor);
        }
        throw new IllegalArgumentException(
                layer.kind() + ": a layer of your own has no rate(…); give its weights one with"
                        + " the optimizer's, adam(1e-3).rate(\"" + layer.kind() + "*\", 1e-4)");
    }

    /** A layer whose uses all have the same weights, whatever model they are in. */
    public S shared() {
        return option("shared", new Sharing());
    }

    /** max(0, x). */
    public S relu() {
        return activation("relu");
    }

    /** x for x ≥ 0, slope · x below. */
    public S leakyRelu(Number slope) {
        return activation("leakyRelu").option("slope", slope);
    }

    /** x for x ≥ 0, eˣ − 1 below. */
    public S elu() {
        return activation("elu");
    }

    /** 1.0507 · x for x ≥ 0, 1.0507 · 1.6733 · (eˣ − 1) below (Klambauer et al. 2017). */
    public S selu() {
        return activation("selu");
    }

    /** x · Φ(x), Φ the standard normal distribution (Hendrycks and Gimpel 2016). */
    public S gelu() {
        return activation("gelu");
    }

    /** x · sigmoid(x), also called SiLU. */
    public S swish() {
        return activation("swish");
    }

    public S tanh() {
        return activation("tanh");
    }

    /** 1 / (1 + e⁻ˣ). */
    public S sigmoid() {
        return activation("sigmoid");
    }

    /** eˣⁱ / Σⱼ eˣʲ over the last axis, over the channels of an image. */
    public S softmax() {
        return activation("softmax");
    }

    /** The logarithm of {@link #softmax}. */
    public S logSoftmax() {
        return activation("logSoftmax");
    }

    /** ln(1 + eˣ). */
    public S softplus() {
        return activation("softplus");
    }

    /** x, cut to −1 … 1. */
    public S hardTanh() {
        return activation("hardTanh");
    }

    /** 1 above zero, 0 elsewhere; its gradient is 0 everywhere, so that nothing before it is trained. */
    public S step() {
        return activation("step");
    }
}

package percolate.model;

import percolate.Layer;

/**
 * What every layer of the DSL can be given: a name, and an activation that is applied to its result.
 *
 * @param <S> the layer's own type, which its options return
 */
public abstract class Part<S extends Part<S>> extends Layer {
    protected Part(Attributes attributes) {
        super(attributes);
        activation();
    }

    /** The same layer with other attributes. */
    protected abstract S with(Attributes attributes);

    protected final S option(String name, Object value) {
        return with(attributes().with(name, value));
    }

    /** The same layer with this activation in place of another. */
    protected S activation(String name) {
        return with(attributes().without("slope").with("activation", name));
    }

    /** The key of its weights and activations; unique within a model, without dots. */
    public S named(String name) {
        return option("name", Names.checked(kind(), name));
    }

    /** Keeps its weights, and a batchNorm's statistics, as they are in training; {@code net.unfreeze} ends that. */
    public S frozen() {
        return option("frozen", true);
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

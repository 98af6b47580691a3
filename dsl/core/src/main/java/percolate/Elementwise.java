package percolate;

import percolate.engine.Array;
import percolate.engine.Unary;
import percolate.tensor.Functions;

/** Functions of each element, all recorded for gradients where there is one. */
public abstract sealed class Elementwise extends Arithmetic permits Arrangement {
    Elementwise(Array array) {
        super(array);
    }

    /** −this. */
    public Tensor unaryMinus() {
        return times(-1);
    }

    /** 1 − this. */
    public Tensor oneMinus() {
        return unaryMinus().plus(1);
    }

    /** this². */
    public Tensor square() {
        return times(self());
    }

    /** eˣ. */
    public Tensor exp() {
        return apply(Unary.exp);
    }

    /** The natural logarithm. */
    public Tensor log() {
        return apply(Unary.log);
    }

    /** √x; NaN below 0. */
    public Tensor sqrt() {
        return apply(Unary.sqrt);
    }

    /** |x|. */
    public Tensor abs() {
        return counting().apply(Unary.abs);
    }

    /** −1, 0 or 1. */
    public Tensor sign() {
        return counting().apply(Unary.sign);
    }

    /** To the nearest integer, halves to the even one. */
    public Tensor round() {
        return counting().apply(Unary.round);
    }

    /** The sine of angles in radians. */
    public Tensor sin() {
        return apply(Unary.sin);
    }

    /** The cosine of angles in radians. */
    public Tensor cos() {
        return apply(Unary.cos);
    }

    /** (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ), from −1 to 1. */
    public Tensor tanh() {
        return apply(Unary.tanh);
    }

    /** 1 / (1 + e⁻ˣ). */
    public Tensor sigmoid() {
        return apply(Unary.sigmoid);
    }

    /** max(0, x). */
    public Tensor relu() {
        return counting().apply(Unary.relu);
    }

    /** x for x ≥ 0, slope · x below. */
    public Tensor leakyRelu(Number slope) {
        return Functions.leakyRelu(floating(), slope);
    }

    /** x · Φ(x), Φ being the normal distribution function. */
    public Tensor gelu() {
        return floating().apply(Unary.gelu);
    }

    /** x · sigmoid(x). */
    public Tensor swish() {
        return times(sigmoid());
    }

    /** ln(1 + eˣ), a smooth {@link #relu}. */
    public Tensor softplus() {
        return floating().apply(Unary.softplus);
    }

    /** Cut to lowest … highest. */
    public Tensor clamp(Number lowest, Number highest) {
        return Functions.clamp(counting(), lowest, highest);
    }

    /** Whether elements are 0 or false, as bool. */
    public Tensor not() {
        return apply(Unary.not);
    }

    /**
     * A vector for each element, an integer from 0 to {@code classes − 1}: 1 in its place and 0 elsewhere, float32.
     *
     * @return this tensor's shape with one more axis at the end
     */
    public Tensor oneHot(int classes) {
        return Functions.oneHot(self(), classes);
    }

    final Tensor apply(Unary function) {
        return new Tensor(array().map(function));
    }
}

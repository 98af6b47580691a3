package percolate.model;

import percolate.Shape;
import percolate.Tensor;
import percolate.tensor.RandomStream;

/** How a weight's first values are drawn. */
@FunctionalInterface
public interface InitialValues {
    Tensor draw(RandomStream random, Shape shape);

    /** All zero; the usual choice for biases. */
    static InitialValues zeros() {
        return (random, shape) -> random.uniform(0, 0, shape);
    }

    /** Normal with this standard deviation. */
    static InitialValues normal(double deviation) {
        return (random, shape) -> random.normal(shape).times(deviation);
    }

    /** Uniform between −bound and bound. */
    static InitialValues uniform(double bound) {
        return (random, shape) -> random.uniform(-bound, bound, shape);
    }

    /**
     * By the layer's activation: uniform with variance 2 / fanIn before a rectifier (He et al. 2015), with variance
     * 2 / (fanIn + fanOut) otherwise (Glorot and Bengio 2010).
     *
     * @param fanIn inputs that one output sums over
     * @param fanOut outputs that one input reaches
     */
    static InitialValues suiting(Activation activation, long fanIn, long fanOut) {
        return uniform(Math.sqrt(activation.isRectifier() ? 6.0 / fanIn : 6.0 / (fanIn + fanOut)));
    }
}

package percolate.model;

import java.util.ArrayList;
import java.util.List;
import percolate.Shape;
import percolate.tensor.InitialValues;

/**
 * What layers that normalise to mean 0 and variance 1, and then scale and shift, have in common: y = (x − mean) /
 * √(variance + eps) · weight + bias, eps being 10⁻⁵ unless said. {@code weight} starts as ones, {@code bias} as zeros.
 *
 * @param <S> the layer's own type, which its options return
 */
public abstract class Norm<S extends Norm<S>> extends Weighted<S> {
    protected Norm(Attributes attributes) {
        super(attributes);
        if (!(eps() > 0)) {
            throw new IllegalArgumentException(kind() + ": expected eps above 0, got " + eps());
        }
    }

    /** What is added to the variance, so that nothing is divided by zero. */
    public S eps(Number eps) {
        return option("eps", eps);
    }

    final double eps() {
        return attributes().has("eps") ? attributes().number("eps") : 1e-5;
    }

    final List<Weight> scaleAndShift(Shape shape) {
        var weights = new ArrayList<>(List.of(weight("weight", shape, initial(InitialValues.constant(1)))));
        if (hasBias()) {
            weights.add(weight("bias", shape, InitialValues.zeros()));
        }
        return weights;
    }

    final String bias() {
        return hasBias() ? "bias" : "None";
    }

    /** "2·64": a scale and a shift for each of so many elements. */
    final String perElement(Object elements) {
        return hasBias() ? "2·" + elements : String.valueOf(elements);
    }

    final String epsOption() {
        return attributes().has("eps") ? ".eps(" + eps() + ")" : "";
    }
}

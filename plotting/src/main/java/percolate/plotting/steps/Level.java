package percolate.plotting.steps;

import java.util.List;
import java.util.Set;
import percolate.Layer;
import percolate.Model;
import percolate.Percolate;
import percolate.Tensor;
import percolate.model.Activated;
import percolate.model.Activation;
import percolate.model.Dense;

/**
 * A dense layer with all numbers of one pass: s = x·W + b, θ(s), and on the way back δ = ∂e/∂θ ⊗ θ′(s).
 *
 * @param in what comes in, x
 * @param weights W, [in, units] in row-major order
 * @param sums s
 * @param out θ(s)
 * @param slopes θ′(s)
 */
@SuppressWarnings("ArrayRecordComponent") // many numbers, made here and compared with none
record Level(
        String name,
        Activation activation,
        double[] in,
        double[] weights,
        double[] bias,
        double[] sums,
        double[] out,
        double[] slopes) {
    /** Functions that mix the units of a layer, so that θ′ is no single number. */
    private static final Set<String> MIXING = Set.of("softmax", "logSoftmax", "prelu", "activation");

    /** @param in of the layer, one example */
    static Level of(Model net, String name, Activation activation, double[] in) {
        var weights = net.weight(name + ".weight").toDoubleArray();
        int units = weights.length / in.length;
        var names = net.weights().keySet();
        var bias = names.contains(name + ".bias") ? net.weight(name + ".bias").toDoubleArray() : new double[units];
        var sums = bias.clone();
        for (int at = 0; at < weights.length; at++) {
            sums[at % units] += in[at / units] * weights[at];
        }
        var out = apply(activation, row(sums));
        var slopes = Percolate.derivative(t -> tensor(activation, t), row(sums));
        return new Level(name, activation, in, weights, bias, sums, out.toDoubleArray(), slopes.toDoubleArray());
    }

    static Tensor row(double... values) {
        return Percolate.tensor(new double[][] {values}).to(Percolate.float32);
    }

    private static Tensor apply(Activation activation, Tensor sums) {
        return tensor(activation, sums).detach();
    }

    private static Tensor tensor(Activation activation, Tensor sums) {
        return activation.equals(Activation.NONE)
                ? sums.times(1)
                : Percolate.sequential(
                                Percolate.input(sums.shape().get(1)),
                                List.of(new Activated(activation.name(), activation.slope())))
                        .apply(sums);
    }

    /**
     * The activation of a layer that can be followed.
     *
     * @throws IllegalArgumentException if it is neither dense nor a function of each unit
     */
    static Activation activation(Layer layer) {
        var activation = layer.activation();
        if (!(layer instanceof Dense || layer instanceof Activated) || MIXING.contains(activation.name())) {
            throw new IllegalArgumentException("backpropagation: expected dense layers with functions of single units,"
                    + " such as tanh, got " + layer + "; take it out"
                    + (activation.name().equals("softmax") ? ", and crossEntropy() as the loss of its logits" : ""));
        }
        return activation;
    }

    int units() {
        return bias.length;
    }

    String function() {
        return activation.equals(Activation.NONE) ? "" : activation.name();
    }

    /** δ, from ∂e/∂θ. */
    double[] delta(double[] outGradient) {
        var delta = new double[units()];
        for (int unit = 0; unit < delta.length; unit++) {
            delta[unit] = outGradient[unit] * slopes[unit];
        }
        return delta;
    }

    /** ∂e/∂W = x·δᵀ, [in, units]. */
    double[] weightGradient(double[] delta) {
        var gradient = new double[weights.length];
        for (int at = 0; at < gradient.length; at++) {
            gradient[at] = in[at / units()] * delta[at % units()];
        }
        return gradient;
    }

    /** ∂e/∂x = W·δ. */
    double[] inGradient(double[] delta) {
        var gradient = new double[in.length];
        for (int at = 0; at < weights.length; at++) {
            gradient[at / units()] += weights[at] * delta[at % units()];
        }
        return gradient;
    }
}

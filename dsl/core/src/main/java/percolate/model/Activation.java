package percolate.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import percolate.Layer;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;

/**
 * A function applied to each element, or for softmax to each vector of classes.
 *
 * @param name as in the DSL, for example {@code leakyRelu}
 * @param slope leakyRelu's below zero; 0 for the others
 */
public record Activation(String name, double slope) {
    /** The name of a function of one's own. */
    static final String OWN = "activation";

    /** The option that holds that function. */
    static final String FUNCTION = "activationFunction";

    /** Text with %1$s for the operand, %2$d for the axis of classes, %3$s for the slope. */
    private static final Map<String, String> CODE = Map.ofEntries(
            Map.entry("none", "%1$s"),
            // A function in Java, which runs behind the layer's program.
            Map.entry(OWN, "%1$s"),
            Map.entry("relu", "torch.relu(%1$s)"),
            Map.entry("leakyRelu", "torch.leaky_relu(%1$s, %3$s)"),
            // The slope is a weight: Weighted writes it within the layer.
            Map.entry("prelu", "%1$s"),
            // sign has a gradient, of zeros; a comparison would cut the graph.
            Map.entry("step", "torch.clamp(torch.sign(%1$s), 0, 1)"),
            Map.entry("elu", "torch.elu(%1$s, 1.0, 1.0, 1.0)"),
            Map.entry("selu", "torch.selu(%1$s)"),
            Map.entry("gelu", "torch.gelu(%1$s)"),
            Map.entry("swish", "torch.silu(%1$s)"),
            Map.entry("tanh", "torch.tanh(%1$s)"),
            Map.entry("sigmoid", "torch.sigmoid(%1$s)"),
            Map.entry("softmax", "torch.softmax(%1$s, %2$d, None)"),
            Map.entry("logSoftmax", "torch.log_softmax(%1$s, %2$d, None)"),
            Map.entry("softplus", "torch.softplus(%1$s, 1, 20)"),
            Map.entry("hardTanh", "torch.hardtanh(%1$s, -1.0, 1.0)"));

    public static final Activation NONE = new Activation("none", 0);

    public Activation {
        if (!CODE.containsKey(name)) {
            throw new IllegalArgumentException("activation: there is no \"" + name + "\"; there are "
                    + CODE.keySet().stream().filter(Activation::exists).sorted().toList());
        }
        if (!Double.isFinite(slope)) {
            throw new IllegalArgumentException(name + ": expected a finite slope, got " + slope);
        }
    }

    /** Whether there is an activation of this name, one that does something. */
    static boolean exists(String name) {
        return !name.equals("none") && !name.equals(OWN) && CODE.containsKey(name);
    }

    /** What a layer's attributes say of its activation. */
    public static Activation of(Attributes attributes) {
        return attributes.has("activation")
                ? new Activation(
                        attributes.text("activation", "none"), attributes.has("slope") ? attributes.number("slope") : 0)
                : NONE;
    }

    /** Whether it is a function in Java, so that a model that holds it runs step by step. */
    public boolean isOwn() {
        return name.equals(OWN);
    }

    /**
     * Applies a layer's function of one's own.
     *
     * @throws ShapeException if it gives another shape
     */
    @SuppressWarnings("unchecked")
    public static Tensor own(Layer layer, Tensor value) {
        var function = (UnaryOperator<Tensor>) layer.attributes().value(FUNCTION);
        var found = function.apply(value);
        if (found == null || !found.shape().equals(value.shape())) {
            throw new ShapeException("activation: expected a number for each element of " + value.shape() + ", got "
                    + (found == null ? "null" : found.shape()) + "; take lambda(…) for a function that reshapes");
        }
        return found;
    }

    /** The native expression for the activation of {@code operand}, whose examples have this shape. */
    public String code(String operand, Shape shape) {
        // [batch, channels, height, width] has its classes in the channels.
        int classes = shape.rank() >= 3 ? 1 : shape.rank();
        return String.format(Locale.ROOT, CODE.get(name), operand, classes, Double.toString(slope));
    }

    /** Whether about half of its outputs are zero, so that weights start larger. */
    boolean isRectifier() {
        return List.of("relu", "leakyRelu", "prelu", "elu").contains(name);
    }

    @Override
    public String toString() {
        return isOwn() ? name + "(…)" : name + (name.equals("leakyRelu") ? "(" + slope + ")" : "()");
    }
}

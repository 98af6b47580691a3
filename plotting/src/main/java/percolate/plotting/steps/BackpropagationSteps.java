package percolate.plotting.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.Loss;
import percolate.Model;
import percolate.Percolate;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.model.Activation;
import percolate.model.Dense;
import percolate.plotting.chart.Drawing;

/**
 * One example on its way forward through a small net, and its error's way back, with every factor of the chain rule:
 * s = x·W + b, θ(s); then from the loss e on δ = ∂e/∂θ ⊗ θ′(s), ∂e/∂W = x·δᵀ, ∂e/∂b = δ, and for the layer before
 * ∂e/∂x = W·δ. Up to 3 dense layers of up to 6 units.
 *
 * @see <a href="https://doi.org/10.1038/323533a0">Rumelhart, Hinton and Williams 1986</a>
 */
public final class BackpropagationSteps extends Moving<BackpropagationSteps> {
    private static final int MOST_LAYERS = 3;
    private static final int MOST_UNITS = 6;

    private final Model net;
    private final Tensor x;
    private final Tensor y;
    private final Loss loss;
    private final List<Level> levels;
    private final Outcome outcome;

    /** The loss of one example, and its gradient by the net's output. */
    @SuppressWarnings("ArrayRecordComponent") // a few numbers, made here and compared with none
    private record Outcome(double loss, double[] gradient) {}

    private BackpropagationSteps(Show show, Model net, Tensor x, Tensor y, Loss loss) {
        super(show);
        this.net = net;
        this.x = x;
        this.y = y;
        this.loss = loss;
        this.levels = levels(net, x);
        this.outcome = outcome(levels.get(levels.size() - 1).out(), y, loss);
    }

    /**
     * @param x [features], one example
     * @param y [outputs], or of a net with several outputs a class's label, one number
     */
    public static BackpropagationSteps of(Model net, Tensor x, Tensor y) {
        Objects.requireNonNull(
                net, "backpropagation: the net is null; give one such as sequential(input(2), dense(1))");
        if (x.shape().elementCount() > MOST_UNITS) {
            throw tooLarge(x.shape().elementCount() + " features");
        }
        var input = x.reshape(1, -1);
        long outputs = net.predict(input).shape().elementCount();
        boolean label = outputs > 1 && y.shape().elementCount() == 1;
        if (!label && y.shape().elementCount() != outputs) {
            throw new ShapeException("backpropagation: expected as many targets as the net has outputs, " + outputs
                    + ", or the label of a class, got " + y.shape() + "; give y of one example");
        }
        var target = label ? y.reshape(1).to(Percolate.int64) : y.reshape(1, -1);
        var loss = label ? Percolate.crossEntropy() : Percolate.mse();
        return new BackpropagationSteps(Show.USUAL, net, input, target, loss);
    }

    private static IllegalArgumentException tooLarge(String got) {
        return new IllegalArgumentException("backpropagation: expected up to " + MOST_LAYERS + " dense layers of up to "
                + MOST_UNITS + " units, whose numbers can be read, got " + got + "; take a small net");
    }

    @Override
    BackpropagationSteps with(Show other) {
        return new BackpropagationSteps(other, net, x, y, loss);
    }

    /** With another loss than the mean squared error, or of a label the cross-entropy of logits. */
    public BackpropagationSteps loss(Loss other) {
        return new BackpropagationSteps(
                show(), net, x, y, Objects.requireNonNull(other, "loss: it is null; give one such as halfMse()"));
    }

    /** ∂e/∂W of each dense layer, the first one first, [in, units] in row-major order. */
    public List<double[]> weightGradients() {
        var gradients = new ArrayList<double[]>();
        var deltas = deltas();
        for (int at = 0; at < levels.size(); at++) {
            gradients.add(levels.get(at).weightGradient(deltas.get(at)));
        }
        return gradients;
    }

    private static List<Level> levels(Model net, Tensor x) {
        var levels = new ArrayList<Level>();
        var values = x.toDoubleArray();
        var steps = net.graph().steps();
        for (int at = 0; at < steps.size(); at++) {
            var activation = Level.activation(steps.get(at).layer());
            boolean alone = at + 1 < steps.size() && !(steps.get(at + 1).layer() instanceof Dense);
            if (!(steps.get(at).layer() instanceof Dense) || (alone && !activation.equals(Activation.NONE))) {
                throw new IllegalArgumentException("backpropagation: expected dense layers with one function each, got "
                        + steps.get(at).layer() + " in place " + (at + 1) + "; write dense(3).tanh()");
            }
            var function = alone ? Level.activation(steps.get(at + 1).layer()) : activation;
            levels.add(Level.of(net, steps.get(at).name(), function, values));
            values = levels.get(levels.size() - 1).out();
            at += alone ? 1 : 0;
        }
        if (levels.size() > MOST_LAYERS || levels.stream().anyMatch(level -> level.units() > MOST_UNITS)) {
            throw tooLarge(
                    levels.stream().map(level -> String.valueOf(level.units())).collect(Collectors.joining(" → ")));
        }
        return List.copyOf(levels);
    }

    private static Outcome outcome(double[] out, Tensor y, Loss loss) {
        var prediction = Percolate.parameter(Level.row(out));
        var gradients = Percolate.gradients(() -> loss.of(prediction, y), prediction);
        return new Outcome(gradients.loss(), gradients.of(prediction).toDoubleArray());
    }

    /** ∂e/∂θ of each layer, the first one first. */
    private List<double[]> outGradients() {
        var gradients = new ArrayList<double[]>(List.of(outcome.gradient));
        for (int at = levels.size() - 1; at > 0; at--) {
            var level = levels.get(at);
            gradients.add(0, level.inGradient(level.delta(gradients.get(0))));
        }
        return gradients;
    }

    private List<double[]> deltas() {
        var gradients = outGradients();
        return IntStream.range(0, levels.size())
                .mapToObj(at -> levels.get(at).delta(gradients.get(at)))
                .toList();
    }

    @Override
    List<? extends Drawing> make() {
        var drawings = new ArrayList<Drawing>();
        var deltas = deltas();
        var outGradients = outGradients();
        for (int at = 0; at < levels.size(); at++) {
            drawings.add(told(new NetDrawing(levels, deltas, at, at + 1, levels.size()), forward(at)));
        }
        drawings.add(told(new NetDrawing(levels, deltas, -1, levels.size(), levels.size()), loss()));
        for (int at = levels.size() - 1; at >= 0; at--) {
            drawings.add(
                    told(new NetDrawing(levels, deltas, at, levels.size(), at), backward(at, outGradients.get(at))));
        }
        return drawings;
    }

    private Drawing told(Drawing drawing, List<String> lines) {
        int most = levels.stream().mapToInt(Level::units).max().orElse(1);
        return new Told(drawing, lines, most + 2);
    }

    private List<String> forward(int at) {
        var level = levels.get(at);
        var lines = new ArrayList<>(List.of("forward through " + level.name() + ":  s = x·W + b"
                + (level.function().isEmpty() ? "" : ",  then " + level.function() + "(s)")));
        for (int unit = 0; unit < level.units(); unit++) {
            lines.add(sum(level, unit) + applied(level, unit));
        }
        return lines;
    }

    private static String sum(Level level, int unit) {
        var products = IntStream.range(0, level.in().length)
                .mapToObj(i -> (i == 0 ? Written.of(level.in()[i]) : Written.inner(level.in()[i])) + "·"
                        + Written.inner(level.weights()[i * level.units() + unit]))
                .collect(Collectors.joining(" + "));
        return "s" + Written.index(unit) + " = " + products + " + " + Written.inner(level.bias()[unit]) + " = "
                + Written.of(level.sums()[unit]);
    }

    private static String applied(Level level, int unit) {
        return level.function().isEmpty()
                ? ""
                : ",   " + level.function() + "(" + Written.of(level.sums()[unit]) + ") = "
                        + Written.of(level.out()[unit]);
    }

    private List<String> loss() {
        var out = levels.get(levels.size() - 1).out();
        var lines = new ArrayList<>(List.of("the loss of " + Written.point(out) + ", where " + target()
                + " is meant:  e = " + Written.of(outcome.loss)));
        for (int unit = 0; unit < out.length; unit++) {
            lines.add("∂e/∂ŷ" + Written.index(unit) + " = " + Written.of(outcome.gradient[unit]));
        }
        return lines;
    }

    private String target() {
        return y.shape().rank() == 2 ? Written.point(y.toDoubleArray()) : "label " + y.toLongArray()[0];
    }

    private List<String> backward(int at, double[] outGradient) {
        var level = levels.get(at);
        var delta = level.delta(outGradient);
        var lines = new ArrayList<>(
                List.of("back through " + level.name() + ":  δ = ∂e/∂θ·θ′(s),  ∂e/∂W = x·δᵀ,  ∂e/∂b = δ"));
        for (int unit = 0; unit < level.units(); unit++) {
            lines.add(arrived(at, unit, outGradient[unit]) + ",   δ" + Written.index(unit) + " = "
                    + Written.product(outGradient[unit], level.slopes()[unit]) + " = " + Written.of(delta[unit]));
        }
        return lines;
    }

    /** Where ∂e/∂θ of a unit comes from: the loss, or the layer behind. */
    private String arrived(int at, int unit, double gradient) {
        if (at == levels.size() - 1) {
            return "∂e/∂ŷ" + Written.index(unit) + " = " + Written.of(gradient);
        }
        var next = levels.get(at + 1);
        var delta = deltas().get(at + 1);
        var products = IntStream.range(0, next.units())
                .mapToObj(j -> {
                    double weight = next.weights()[unit * next.units() + j];
                    return (j == 0 ? Written.of(weight) : Written.inner(weight)) + "·" + Written.inner(delta[j]);
                })
                .collect(Collectors.joining(" + "));
        return "∂e/∂θ" + Written.index(unit) + " = " + products + " = " + Written.of(gradient);
    }

    @Override
    public String alt() {
        var sizes = levels.get(0).in().length + " → "
                + levels.stream().map(level -> String.valueOf(level.units())).collect(Collectors.joining(" → "));
        var norms = weightGradients().stream()
                .map(gradient ->
                        Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum()))
                .map(Written::of)
                .collect(Collectors.joining(", "));
        return "backpropagation through a net of " + sizes + " units: loss " + Written.of(outcome.loss)
                + ", norms of the weights' gradients from the first layer on " + norms;
    }
}

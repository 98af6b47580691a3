package percolate.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import percolate.DType;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.engine.NativeProgram.Arguments;
import percolate.model.Activation;
import percolate.model.Graph;
import percolate.model.Graph.Source;
import percolate.model.Graph.Step;
import percolate.model.Own;
import percolate.model.Variable;

/**
 * Pushes a batch through a graph layer by layer: each as a native program of its own, those that run in Java as they are.
 * Gradients are recorded across them.
 *
 * @param recording whether gradients can be taken of the values
 */
public record Stepwise(Graph graph, Mode mode, boolean recording, List<Array> weights) {
    private static final ThreadLocal<Mode> CURRENT = new ThreadLocal<>();

    /** For what the model runs whose layer this thread is within; nothing outside of layers of one's own. */
    public static Optional<Mode> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * The outputs.
     *
     * @param bare those whose softmax is left to the loss
     */
    public List<Tensor> outputs(List<Tensor> inputs, Set<Integer> bare) {
        var raw = new ArrayList<Source>();
        bare.forEach(i -> raw.add(graph.outputs().get(i)));
        var values = values(inputs, false, raw);
        var outputs = new ArrayList<Tensor>();
        for (int i = 0; i < graph.outputs().size(); i++) {
            var source = graph.outputs().get(i);
            var value = values.get(bare.contains(i) ? new Source(source.place(), "raw output") : source);
            outputs.add(recording ? value : value.detach());
        }
        return outputs;
    }

    /** The values of {@link Readings}, in its order. */
    List<Tensor> readings(List<Tensor> inputs) {
        var values = values(inputs, true, List.of());
        return Readings.of(graph).sources().stream().map(values::get).toList();
    }

    /** What each layer gives, in the order of the steps. */
    public List<Tensor> each(List<Tensor> inputs) {
        var values = values(inputs, false, List.of());
        return IntStream.range(0, graph.steps().size())
                .mapToObj(i -> values.get(new Source(inputs.size() + i, "")))
                .toList();
    }

    private Map<Source, Tensor> values(List<Tensor> inputs, boolean exposing, List<Source> raw) {
        var values = new HashMap<Source, Tensor>();
        for (int i = 0; i < inputs.size(); i++) {
            values.put(new Source(i, ""), inputs.get(i));
        }
        var text = new ForwardText(graph, mode, exposing);
        for (int i = 0; i < graph.steps().size(); i++) {
            var step = graph.steps().get(i);
            int place = inputs.size() + i;
            var arguments = arguments(step, values);
            if (step.layer() instanceof Own own) {
                values.put(new Source(place, ""), own(i, step, activated(step, run(i, step, own, arguments))));
                continue;
            }
            var exposed = text.wanted(i);
            var found = run(graph.alone(step, exposed), step, arguments, Set.of());
            values.put(new Source(place, ""), own(i, step, found.get(0)));
            for (int k = 0; k < exposed.size(); k++) {
                values.put(new Source(place, exposed.get(k)), found.get(k + 1));
            }
            if (raw.contains(new Source(place, ""))) {
                values.put(
                        new Source(place, "raw output"),
                        run(graph.alone(step, List.of()), step, arguments, Set.of(0))
                                .get(0));
            }
        }
        return values;
    }

    private static List<Tensor> arguments(Step step, Map<Source, Tensor> values) {
        var arguments = new ArrayList<Tensor>();
        for (int i = 0; i < step.from().size(); i++) {
            var value = values.get(step.from().get(i));
            arguments.add(step.casts().get(i) ? value.to(DType.float32) : value);
        }
        return arguments;
    }

    private Tensor run(int index, Step step, Own own, List<Tensor> arguments) {
        return within(index, step, () -> own.run(arguments, carried(step)));
    }

    /** The value of a layer, with its activation where that runs in Java. */
    private Tensor own(int index, Step step, Tensor value) {
        return step.layer().activation().isOwn()
                ? within(index, step, () -> Activation.own(step.layer(), value))
                : value;
    }

    /** Something of a layer that runs in Java, in the mode of this pass. */
    private Tensor within(int index, Step step, Supplier<Tensor> body) {
        var outer = CURRENT.get();
        CURRENT.set(mode);
        try {
            return body.get();
        } catch (ShapeException e) {
            throw new ShapeException("layer " + (index + 1) + " " + step.layer() + ": " + e.getMessage());
        } finally {
            CURRENT.set(outer);
        }
    }

    private List<Variable> carried(Step step) {
        return step.carried().stream()
                .map(slot -> graph.carried().get(slot).variable())
                .toList();
    }

    /** A layer that runs in Java, with the activation that was said of it. */
    private Tensor activated(Step step, Tensor value) {
        var activation = step.layer().activation();
        return activation.isOwn() ? value : Forward.activated(activation, recording, value);
    }

    private List<Tensor> run(Graph alone, Step step, List<Tensor> arguments, Set<Integer> bare) {
        var its = step.slots().stream().map(weights::get).toList();
        var all = Roles.of(alone).add(new Arguments(), its);
        arguments.forEach(x -> all.add(x.array()));
        return Programs.forward(alone, mode, bare).run(recording, all).stream()
                .map(Tensor::new)
                .toList();
    }
}

package percolate.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.engine.NativeProgram;
import percolate.engine.NativeProgram.Arguments;
import percolate.model.Activation;
import percolate.model.Carried;
import percolate.model.Graph;
import percolate.tensor.Joining;

/** Pushes batches forward. */
public final class Forward {
    private static final int ROWS = 1_024;

    private static volatile boolean forced;

    private Forward() {}

    /** Whether layers are run one by one: because one of them runs in Java, or for tests that compare both ways. */
    public static boolean isStepwise(Graph graph) {
        return forced || graph.isStepwise();
    }

    /** Whether a step returns to Java between outputs and gradients: for layers, losses or metrics that are computed there. */
    public static boolean isApart(Graph graph, Comparison comparison) {
        return isStepwise(graph) || !comparison.inJava().isEmpty();
    }

    /** Runs all models layer by layer from now on, or ends that. */
    static void forceStepwise(boolean forcing) {
        forced = forcing;
    }

    /** The outputs of a model in use; many examples go in parts, so that they need little memory. */
    public static List<Tensor> inParts(Graph graph, List<Array> weights, List<Tensor> inputs) {
        var parts = new ArrayList<List<Tensor>>();
        int rows = inputs.get(0).size(0);
        // The parts of a batch do not follow one another: what is taken over from the batch before is for all of them.
        int most = Carried.in(graph) ? Math.max(1, rows) : ROWS;
        for (int from = 0; from < rows || parts.isEmpty(); from += most) {
            int start = from;
            int to = Math.min(rows, from + most);
            var part = to - from == rows
                    ? inputs
                    : inputs.stream().map(x -> x.slice(0, start, to)).toList();
            parts.add(whole(graph, Mode.INFERENCE, false, weights, part));
        }
        return parts.size() == 1 ? parts.get(0) : joined(parts);
    }

    private static List<Tensor> joined(List<List<Tensor>> parts) {
        var outputs = new ArrayList<Tensor>();
        for (int i = 0; i < parts.get(0).size(); i++) {
            int output = i;
            outputs.add(Joining.concat(0, parts.stream().map(p -> p.get(output)).toList()));
        }
        return outputs;
    }

    /** The outputs for one batch; {@code recording}: gradients can be taken of them. */
    public static List<Tensor> whole(
            Graph graph, Mode mode, boolean recording, List<Array> weights, List<Tensor> inputs) {
        return isStepwise(graph)
                ? new Stepwise(graph, mode, recording, weights).outputs(inputs, Set.of())
                : run(Programs.forward(graph, mode), graph, recording, weights, inputs);
    }

    /**
     * The outputs for one batch as a loss compares them.
     *
     * @param bare those whose last activation is left to the loss
     */
    public static List<Tensor> compared(
            Graph graph, Mode mode, boolean recording, List<Array> weights, List<Tensor> inputs, Set<Integer> bare) {
        return isStepwise(graph)
                ? new Stepwise(graph, mode, recording, weights).outputs(inputs, bare)
                : run(Programs.forward(graph, mode, bare), graph, recording, weights, inputs);
    }

    /** A batch's values with an activation behind them; {@code recording}: gradients can be taken of them. */
    public static Tensor activated(Activation activation, boolean recording, Tensor values) {
        if (activation.equals(Activation.NONE)) {
            return values;
        }
        var program = Programs.activation(activation, values.shape().dropFirst(1));
        return new Tensor(
                program.run(recording, new Arguments().add(values.array())).get(0));
    }

    /** The values of {@link Readings}, in its order. */
    public static List<Tensor> activations(Graph graph, List<Array> weights, List<Tensor> inputs) {
        return isStepwise(graph)
                ? new Stepwise(graph, Mode.INFERENCE, false, weights).readings(inputs)
                : run(Programs.activations(graph), graph, false, weights, inputs);
    }

    private static List<Tensor> run(
            NativeProgram program, Graph graph, boolean recording, List<Array> weights, List<Tensor> inputs) {
        var arguments = Roles.of(graph).add(new Arguments(), weights);
        inputs.forEach(x -> arguments.add(x.array()));
        return program.run(recording, arguments).stream().map(Tensor::new).toList();
    }
}

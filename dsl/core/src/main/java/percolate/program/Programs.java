package percolate.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import percolate.Loss;
import percolate.Metric;
import percolate.Optimizer;
import percolate.Shape;
import percolate.engine.NativeProgram;
import percolate.model.Activation;
import percolate.model.Graph;

/**
 * One native program per purpose. Arguments come in the order in which each method names them; weights come first, in the
 * lists that {@link Roles} names.
 */
public final class Programs {
    private static final String IN_ORDER = "torch.narrow(%s, 0, at, n)";
    /** A copy of its own, always aligned alike: where a batch lies in memory can change the last digit of a product. */
    private static final String BY_ORDER = "torch.index_select(%s, 0, torch.narrow(order, 0, at, n))";

    private Programs() {}

    /** Arguments: the weights, each x. Results: the outputs. */
    public static NativeProgram predict(Graph graph) {
        return forward(graph, Mode.INFERENCE);
    }

    /** Arguments: the weights, each x. Results: the outputs. */
    public static NativeProgram forward(Graph graph, Mode mode) {
        return forward(graph, mode, Set.of());
    }

    /** The same, with the softmax of some outputs left out. */
    static NativeProgram forward(Graph graph, Mode mode, Set<Integer> bare) {
        var forward = new ForwardText(graph, mode);
        var roles = Roles.of(graph);
        var inputs = names("x", graph.inputs().size());
        int count = graph.outputs().size();
        var text = new ProgramText(roles.names(), inputs, count == 1 ? "Tensor" : "List[Tensor]");
        text.lines(roles.lines());
        text.lines(forward.calls(inputs, names("o", count), bare));
        var outputs = String.join(", ", names("o", count));
        return text.returning(count == 1 ? outputs : "[" + outputs + "]", forward.functions())
                .load("predict");
    }

    /** The text of a program whose arguments are each x, and whose weights are the module's {@code w0}, {@code w1}, … */
    public static String exported(Graph graph) {
        var forward = new ForwardText(graph, Mode.INFERENCE);
        var inputs = names("x", graph.inputs().size());
        int count = graph.outputs().size();
        var text = new ProgramText(List.of(), inputs, count == 1 ? "Tensor" : "List[Tensor]");
        for (int i = 0; i < graph.weights().size(); i++) {
            text.line("p" + i + " = self.w" + i);
        }
        text.lines(forward.calls(inputs, names("o", count), Set.of()));
        var outputs = String.join(", ", names("o", count));
        return text.returning(count == 1 ? outputs : "[" + outputs + "]", forward.functions())
                .text();
    }

    /** Arguments: the weights, each x. Results: the values of {@link Readings}, in its order. */
    public static NativeProgram activations(Graph graph) {
        var forward = new ForwardText(graph, Mode.INFERENCE, true);
        var roles = Roles.of(graph);
        var inputs = names("x", graph.inputs().size());
        var text = new ProgramText(roles.names(), inputs, "List[Tensor]");
        text.lines(roles.lines());
        text.lines(forward.calls(inputs, List.of(), Set.of()));
        var values = Readings.of(graph).sources().stream()
                .map(source -> forward.value(source, inputs))
                .toList();
        return text.returning("[" + String.join(", ", values) + "]", forward.functions())
                .load("activations");
    }

    /** Arguments: the weights, x, y. Results: the loss, the gradient of each weight, and of x where it is real-valued. */
    public static NativeProgram gradients(Graph graph, Loss loss, Scoring scoring) {
        var forward = new ForwardText(graph, Mode.TRAINING);
        var roles = Roles.of(graph);
        var text = new ProgramText(roles.names(), List.of("x", "y"), "List[Tensor]");
        text.lines(roles.lines());
        var weights = roles.trained().isEmpty() ? "annotate(List[Tensor], [])" : "ps";
        var wanted = weights;
        if (graph.dtype().isFloating()) {
            text.line("x = torch.requires_grad_(torch.detach(x), True)");
            wanted = "torch.add(" + weights + ", [x])";
        }
        text.lines(forward.calls(List.of("x"), List.of("o"), bare(graph, loss)));
        text.line("l = " + loss.write(scoring));
        text.lines(gradientLines(wanted));
        return text.returning("torch.add([torch.detach(l)], gs)", forward.functions())
                .load("gradients");
    }

    /**
     * Arguments: the weights, each moment of all trained weights, each x, y, order (the rows to train on, one after the
     * other), plan (int64: steps to do, the first step's place in its epoch, steps per epoch, batch size, rows per epoch),
     * rate. Changes weights, buffers and moments in place. Result: [steps, 1 + metrics] float64, the loss and metrics of
     * each step.
     */
    public static NativeProgram train(
            Graph graph, Roles roles, Loss loss, Optimizer optimizer, List<? extends Metric> metrics, Scoring scoring) {
        var forward = new ForwardText(graph, Mode.TRAINING);
        var lists = new ArrayList<>(roles.names());
        optimizer.moments().forEach(moment -> lists.add(moment.name()));
        int inputs = graph.inputs().size();
        var tensors = new ArrayList<>(names("xs", inputs));
        tensors.addAll(List.of("ys", "order", "plan", "rate"));
        var text = new ProgramText(lists, tensors, "Tensor");
        text.lines(roles.lines());
        text.line("lr = float(rate)");
        text.steps(BY_ORDER, inputs, body -> {
            body.lines(forward.calls(names("x", inputs), List.of("o"), bare(graph, loss)));
            body.line("l = " + loss.write(scoring));
            body.lines(gradientLines("ps"));
            body.lines(optimizer.write());
            body.score(metrics, scoring);
        });
        return text.returning("torch.stack(scores, 0)", forward.functions()).load("train");
    }

    /**
     * Arguments: the weights, each x, y, plan (int64: steps to do, the first step's place, steps per epoch, batch size,
     * rows). Result: [steps, 1 + metrics] float64.
     */
    public static NativeProgram evaluate(Graph graph, Loss loss, List<? extends Metric> metrics, Scoring scoring) {
        var forward = new ForwardText(graph, Mode.INFERENCE);
        var roles = Roles.of(graph);
        int inputs = graph.inputs().size();
        var tensors = new ArrayList<>(names("xs", inputs));
        tensors.addAll(List.of("ys", "plan"));
        var text = new ProgramText(roles.names(), tensors, "Tensor");
        text.lines(roles.lines());
        text.steps(IN_ORDER, inputs, body -> {
            body.lines(forward.calls(names("x", inputs), List.of("o"), bare(graph, loss)));
            body.line("l = " + loss.write(scoring));
            body.score(metrics, scoring);
        });
        return text.returning("torch.stack(scores, 0)", forward.functions()).load("evaluate");
    }

    /** Argument: x. Result: the activation of its elements. */
    static NativeProgram activation(Activation activation, Shape shape) {
        var text = new ProgramText(List.of(), List.of("x"), "Tensor");
        return text.returning(activation.code("x", shape), "").load(activation.name());
    }

    /**
     * One step of {@link #train} behind outputs that were computed and recorded before. Arguments: the weights, each moment
     * of all trained weights, the outputs in a list, y, rate. Result: [1 + metrics] float64.
     */
    public static NativeProgram step(
            Graph graph, Roles roles, Loss loss, Optimizer optimizer, List<? extends Metric> metrics, Scoring scoring) {
        var lists = new ArrayList<>(roles.names());
        optimizer.moments().forEach(moment -> lists.add(moment.name()));
        lists.add("os");
        var text = new ProgramText(lists, List.of("y", "rate"), "Tensor");
        text.lines(roles.lines());
        text.line("lr = float(rate)");
        text.line("scores = annotate(List[Tensor], [])");
        text.line("o = os[0]");
        text.line("l = " + loss.write(scoring));
        text.lines(gradientOrZeroLines());
        text.lines(optimizer.write());
        text.score(metrics, scoring);
        return text.returning("scores[0]", "").load("train");
    }

    /** Arguments: the outputs in a list, y. Result: [1 + metrics] float64. */
    public static NativeProgram compare(Loss loss, List<? extends Metric> metrics, Scoring scoring) {
        var text = new ProgramText(List.of("os"), List.of("y"), "Tensor");
        text.line("scores = annotate(List[Tensor], [])");
        text.line("o = os[0]");
        text.line("l = " + loss.write(scoring));
        text.score(metrics, scoring);
        return text.returning("scores[0]", "").load("evaluate");
    }

    /** A layer in Java may leave a weight of its own unused, whose gradient is then zero. */
    private static List<String> gradientOrZeroLines() {
        return List.of(
                "gs = annotate(List[Tensor], [])",
                "i = 0",
                "for g in torch.autograd.grad([l], ps, None, None, False, True):",
                "  if torch.__isnot__(g, None):",
                "    _1 = torch.append(gs, torch.contiguous(unchecked_cast(Tensor, g), memory_format=0))",
                "  else:",
                "    _2 = torch.append(gs, torch.zeros_like(ps[i]))",
                "  i = torch.add(i, 1)");
    }

    /** The output whose softmax is left out; a loss that takes logits applies its own, more exactly. */
    public static Set<Integer> bare(Graph graph, Loss loss) {
        return graph.endsInSoftmax() && loss.takesLogits() ? Set.of(0) : Set.of();
    }

    /** Arguments: o, y. Result: the score, a scalar. */
    public static NativeProgram score(Metric metric, Scoring scoring) {
        var text = new ProgramText(List.of(), List.of("o", "y"), "Tensor");
        return text.returning(metric.write(scoring), "").load(metric.name());
    }

    /** {@code x} alone, or {@code x0}, {@code x1}, … */
    static List<String> names(String letter, int count) {
        return count == 1
                ? List.of(letter)
                : IntStream.range(0, count).mapToObj(i -> letter + i).toList();
    }

    private static List<String> gradientLines(String of) {
        return List.of(
                "gs = annotate(List[Tensor], [])",
                "for g in torch.autograd.grad([l], " + of + ", None, None, False, False):",
                // Optimizers read memory as it lies: a gradient may be a view, turned or stretched.
                "  _g = torch.append(gs, torch.contiguous(unchecked_cast(Tensor, g), memory_format=0))");
    }
}

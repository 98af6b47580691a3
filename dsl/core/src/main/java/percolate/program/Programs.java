package percolate.program;

import java.util.ArrayList;
import java.util.List;
import percolate.Loss;
import percolate.Metric;
import percolate.Optimizer;
import percolate.engine.NativeProgram;
import percolate.model.Graph;

/** One native program per purpose. Arguments come in the order in which each method names them. */
public final class Programs {
    private static final String IN_ORDER = "torch.narrow(%s, 0, at, n)";
    /** A copy of its own, always aligned alike: where a batch lies in memory can change the last digit of a product. */
    private static final String BY_ORDER = "torch.index_select(%s, 0, torch.narrow(order, 0, at, n))";

    private Programs() {}

    /** Arguments: the weights, x. Result: the outputs. */
    public static NativeProgram predict(Graph graph) {
        var forward = new ForwardText(graph, false);
        var text = new ProgramText(weightsOf(graph), List.of("x"), "Tensor");
        text.lines(forward.weights());
        text.lines(forward.calls("x", "o", true));
        return text.returning("o", forward.functions()).load("predict");
    }

    /** Arguments: the weights, x, y. Results: the loss, the gradient of each weight, and of x where it is real-valued. */
    public static NativeProgram gradients(Graph graph, Loss loss, Scoring scoring) {
        var forward = new ForwardText(graph, true);
        var text = new ProgramText(weightsOf(graph), List.of("x", "y"), "List[Tensor]");
        text.lines(forward.weights());
        var weights = graph.weights().isEmpty() ? "annotate(List[Tensor], [])" : "ps";
        var wanted = weights;
        if (graph.dtype().isFloating()) {
            text.line("x = torch.requires_grad_(torch.detach(x), True)");
            wanted = "torch.add(" + weights + ", [x])";
        }
        var comparison = new Comparison(graph, loss, List.of(), scoring);
        text.lines(forward.calls("x", "o", comparison.withLast()));
        comparison.loss(text);
        text.lines(gradientLines(wanted));
        return text.returning("torch.add([torch.detach(l)], gs)", forward.functions())
                .load("gradients");
    }

    /**
     * Arguments: the weights, each moment of all weights, x, y, order (the rows to train on, one after the other), plan
     * (int64: steps to do, the first step's place in its epoch, steps per epoch, batch size, rows per epoch), rate.
     * Changes weights and moments in place. Result: float64, what loss and metrics count in each step, one after the other.
     */
    public static NativeProgram train(
            Graph graph, Loss loss, Optimizer optimizer, List<? extends Metric> metrics, Scoring scoring) {
        var comparison = new Comparison(graph, loss, metrics, scoring);
        var forward = new ForwardText(graph, true);
        var lists = new ArrayList<>(weightsOf(graph));
        optimizer.moments().forEach(moment -> lists.add(moment.name()));
        var text = new ProgramText(lists, List.of("xs", "ys", "order", "plan", "rate"), "Tensor");
        text.lines(forward.weights());
        text.line("lr = float(rate)");
        text.steps(BY_ORDER, body -> {
            body.lines(forward.calls("x", "o", comparison.withLast()));
            comparison.loss(body);
            body.lines(gradientLines("ps"));
            body.lines(optimizer.write(parameters(graph)));
            comparison.score(body);
        });
        return text.returning(comparison.result(), forward.functions()).load("train");
    }

    /**
     * Arguments: the weights, x, y, plan (int64: steps to do, the first step's place, steps per epoch, batch size, rows).
     * Result: float64, what loss and metrics count in each step, one after the other.
     */
    public static NativeProgram evaluate(Graph graph, Loss loss, List<? extends Metric> metrics, Scoring scoring) {
        var comparison = new Comparison(graph, loss, metrics, scoring);
        var forward = new ForwardText(graph, false);
        var text = new ProgramText(weightsOf(graph), List.of("xs", "ys", "plan"), "Tensor");
        text.lines(forward.weights());
        text.steps(IN_ORDER, body -> {
            body.lines(forward.calls("x", "o", comparison.withLast()));
            comparison.loss(body);
            comparison.score(body);
        });
        return text.returning(comparison.result(), forward.functions()).load("evaluate");
    }

    /**
     * Arguments: the weights, their gradients, each moment of all weights, rate. Changes weights and moments in place as one
     * step of {@link #train} does; the result is of no use.
     */
    public static NativeProgram step(Optimizer optimizer, List<Optimizer.Parameter> weights) {
        var lists = new ArrayList<>(List.of("ps", "gs"));
        optimizer.moments().forEach(moment -> lists.add(moment.name()));
        var text = new ProgramText(lists, List.of("rate"), "Tensor");
        text.line("lr = float(rate)");
        text.line("whole = annotate(List[Tensor], [])");
        text.line("for g in gs:");
        text.line("  _w = torch.append(whole, torch.contiguous(g, memory_format=0))");
        text.line("gs = whole");
        text.lines(optimizer.write(weights));
        return text.returning("rate", "").load("step");
    }

    /** What an optimizer has to know of each weight, in the order of the programs' arguments. */
    public static List<Optimizer.Parameter> parameters(Graph graph) {
        return Penalties.parameters(graph);
    }

    private static List<String> weightsOf(Graph graph) {
        return graph.weights().isEmpty() ? List.of() : List.of("ps");
    }

    /** Arguments: o, y. Result: the loss. */
    public static NativeProgram loss(Loss loss, Scoring scoring) {
        return value(loss.name(), loss.write(scoring), scoring);
    }

    /** Arguments: o, y. Result: what the metric counts, float64. */
    public static NativeProgram counts(Metric metric, Scoring scoring) {
        return value(metric.name(), metric.counts(scoring).code64(), scoring);
    }

    private static NativeProgram value(String name, String expression, Scoring scoring) {
        var text = new ProgramText(List.of(), List.of("o", "y"), "Tensor");
        text.lines(scoring.lines());
        return text.returning(expression, "").load(name);
    }

    /** Row by row in memory, as the weights are: fused optimizers take that for granted and do not look. */
    private static List<String> gradientLines(String of) {
        return List.of(
                "gs = annotate(List[Tensor], [])",
                "for g in torch.autograd.grad([l], " + of + ", None, None, False, False):",
                // Optimizers read memory as it lies: a gradient may be a view, turned or stretched.
                "  _g = torch.append(gs, torch.contiguous(unchecked_cast(Tensor, g), memory_format=0))");
    }
}

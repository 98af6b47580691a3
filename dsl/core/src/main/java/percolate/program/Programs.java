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
        text.lines(forward.calls("x", "o", applyingLast(graph, loss)));
        text.line("l = " + loss.write(scoring));
        text.lines(gradientLines(wanted));
        return text.returning("torch.add([torch.detach(l)], gs)", forward.functions())
                .load("gradients");
    }

    /**
     * Arguments: the weights, each moment of all weights, x, y, order (the rows to train on, one after the other), plan
     * (int64: steps to do, the first step's place in its epoch, steps per epoch, batch size, rows per epoch), rate.
     * Changes weights and moments in place. Result: [steps, 1 + metrics] float64, the loss and metrics of each step.
     */
    public static NativeProgram train(
            Graph graph, Loss loss, Optimizer optimizer, List<? extends Metric> metrics, Scoring scoring) {
        var forward = new ForwardText(graph, true);
        var lists = new ArrayList<>(weightsOf(graph));
        optimizer.moments().forEach(moment -> lists.add(moment.name()));
        var text = new ProgramText(lists, List.of("xs", "ys", "order", "plan", "rate"), "Tensor");
        text.lines(forward.weights());
        text.line("lr = float(rate)");
        text.steps(BY_ORDER, body -> {
            body.lines(forward.calls("x", "o", applyingLast(graph, loss)));
            body.line("l = " + loss.write(scoring));
            body.lines(gradientLines("ps"));
            body.lines(optimizer.write());
            body.score(metrics, scoring);
        });
        return text.returning("torch.stack(scores, 0)", forward.functions()).load("train");
    }

    /**
     * Arguments: the weights, x, y, plan (int64: steps to do, the first step's place, steps per epoch, batch size, rows).
     * Result: [steps, 1 + metrics] float64.
     */
    public static NativeProgram evaluate(Graph graph, Loss loss, List<? extends Metric> metrics, Scoring scoring) {
        var forward = new ForwardText(graph, false);
        var text = new ProgramText(weightsOf(graph), List.of("xs", "ys", "plan"), "Tensor");
        text.lines(forward.weights());
        text.steps(IN_ORDER, body -> {
            body.lines(forward.calls("x", "o", applyingLast(graph, loss)));
            body.line("l = " + loss.write(scoring));
            body.score(metrics, scoring);
        });
        return text.returning("torch.stack(scores, 0)", forward.functions()).load("evaluate");
    }

    /** Whether the softmax at the end is applied; a loss that takes logits applies its own, more exactly. */
    private static boolean applyingLast(Graph graph, Loss loss) {
        return !(graph.endsInSoftmax() && loss.takesLogits());
    }

    private static List<String> weightsOf(Graph graph) {
        return graph.weights().isEmpty() ? List.of() : List.of("ps");
    }

    /** Arguments: o, y. Result: the score, a scalar. */
    public static NativeProgram score(Metric metric, Scoring scoring) {
        var text = new ProgramText(List.of(), List.of("o", "y"), "Tensor");
        return text.returning(metric.write(scoring), "").load(metric.name());
    }

    /** Row by row in memory, as the weights are: fused optimizers take that for granted and do not look. */
    private static List<String> gradientLines(String of) {
        return List.of(
                "gs = annotate(List[Tensor], [])",
                "for g in torch.autograd.grad([l], " + of + ", None, None, False, False):",
                "  _g = torch.append(gs, torch.contiguous(unchecked_cast(Tensor, g)))");
    }
}

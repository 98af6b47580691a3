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
    private Programs() {}

    /** Arguments: weights, x. Result: the outputs. */
    public static NativeProgram predict(Graph graph) {
        var forward = new ForwardText(graph, false);
        var text = new ProgramText(forward.parameters(), List.of("x"), "Tensor");
        text.lines(forward.calls("x", "o", true));
        return text.returning("o", forward.functions()).load("predict");
    }

    /** Arguments: weights, x, y. Results: the loss, then the gradient of each weight. */
    public static NativeProgram gradients(Graph graph, Loss loss, Scoring scoring) {
        var forward = new ForwardText(graph, true);
        var text = new ProgramText(forward.parameters(), List.of("x", "y"), "List[Tensor]");
        text.line("ps = [" + String.join(", ", forward.parameters()) + "]");
        text.lines(forward.calls("x", "o", !graph.endsInSoftmax()));
        text.line("l = " + loss.write(scoring));
        text.lines(gradientLines());
        return text.returning("torch.add([torch.detach(l)], gs)", forward.functions())
                .load("gradients");
    }

    /**
     * Arguments: weights, each moment of all weights, x, y, order (the rows to train on, one after the other), plan
     * (int64: steps to do, the first step's place in its epoch, steps per epoch, batch size, rows per epoch), rate.
     * Changes weights and moments in place. Result: [steps, 1 + metrics] float64, the loss and metrics of each step.
     */
    public static NativeProgram train(
            Graph graph, Loss loss, Optimizer optimizer, List<? extends Metric> metrics, Scoring scoring) {
        var forward = new ForwardText(graph, true);
        var weights = forward.parameters();
        var moments = new ArrayList<String>();
        optimizer.moments().forEach(m -> weights.forEach(w -> moments.add(m.name() + w)));
        var arguments = new ArrayList<>(moments);
        arguments.addAll(List.of("x", "y", "order", "plan", "rate"));
        var text = new ProgramText(weights, arguments, "Tensor");
        text.line("ps = [" + String.join(", ", weights) + "]");
        optimizer.moments().forEach(m -> text.line(
                m.name() + " = [" + String.join(", ", weights.stream().map(w -> m.name() + w).toList()) + "]"));
        text.line("lr = float(rate)");
        text.plan("steps", "first", "epochSteps", "batch", "rows");
        text.line("xs = torch.index_select(x, 0, order)");
        text.line("ys = torch.index_select(y, 0, order)");
        text.loop(body -> {
            body.batch();
            body.line("x = torch.narrow(xs, 0, at, n)");
            body.line("y = torch.narrow(ys, 0, at, n)");
            body.lines(forward.calls("x", "o", !graph.endsInSoftmax()));
            body.line("l = " + loss.write(scoring));
            body.lines(gradientLines());
            body.lines(optimizer.write());
            body.score(metrics, scoring);
        });
        return text.returning("torch.stack(scores, 0)", forward.functions()).load("train");
    }

    /**
     * Arguments: weights, x, y, plan (int64: steps to do, the first step's place, steps per epoch, batch size, rows).
     * Result: [steps, 1 + metrics] float64.
     */
    public static NativeProgram evaluate(Graph graph, Loss loss, List<? extends Metric> metrics, Scoring scoring) {
        var forward = new ForwardText(graph, false);
        var text = new ProgramText(forward.parameters(), List.of("x", "y", "plan"), "Tensor");
        text.plan("steps", "first", "epochSteps", "batch", "rows");
        text.line("xs = x");
        text.line("ys = y");
        text.loop(body -> {
            body.batch();
            body.line("x = torch.narrow(xs, 0, at, n)");
            body.line("y = torch.narrow(ys, 0, at, n)");
            body.lines(forward.calls("x", "o", !graph.endsInSoftmax()));
            body.line("l = " + loss.write(scoring));
            body.score(metrics, scoring);
        });
        return text.returning("torch.stack(scores, 0)", forward.functions()).load("evaluate");
    }

    /** Arguments: o, y. Result: the score, a scalar. */
    public static NativeProgram score(Metric metric, Scoring scoring) {
        var text = new ProgramText(List.of(), List.of("o", "y"), "Tensor");
        return text.returning(metric.write(scoring), "").load(metric.name());
    }

    private static List<String> gradientLines() {
        return List.of(
                "gs = annotate(List[Tensor], [])",
                "for g in torch.autograd.grad([l], ps, None, None, False, False):",
                "  _g = torch.append(gs, unchecked_cast(Tensor, g))");
    }
}

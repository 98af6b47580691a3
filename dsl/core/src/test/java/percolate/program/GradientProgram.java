package percolate.program;

import java.util.List;
import percolate.Loss;
import percolate.engine.NativeProgram;
import percolate.model.Graph;

/** The gradients of a loss as a training takes them, to be compared with those of others. */
public final class GradientProgram {
    private GradientProgram() {}

    /** Arguments: the weights, x, y. Results: the loss, the gradient of each weight, and of x where it is real-valued. */
    public static NativeProgram load(Graph graph, Loss loss, Scoring scoring) {
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
        var comparison = new Comparison(graph, List.of(Judged.of(loss, scoring)));
        text.lines(forward.calls(List.of("x"), comparison.outputs(), comparison.bare()));
        comparison.loss(text);
        text.lines(Programs.gradientLines(wanted));
        return text.returning("torch.add([torch.detach(l)], gs)", forward.functions())
                .load("gradients");
    }
}

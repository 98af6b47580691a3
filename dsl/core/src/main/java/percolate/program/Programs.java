package percolate.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private static final String BY_ORDER = "torch.index_select(%s, 0, chosen)";

    private static final String ALL = "torch.autograd.grad([l], ps, None, None, False, False)";

    private static final List<String> LAY = List.of(
            "if torch.eq(torch.stride(g), torch.stride(ps[i])):",
            "  _1 = torch.append(laid, g)",
            "else:",
            "  _2 = torch.append(laid, torch.copy_(torch.empty_like(torch.detach(ps[i])), g))",
            "i = torch.add(i, 1)");

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
        for (int i = 0; i < graph.carried().size(); i++) {
            var none = graph.carried().get(i).weight().shape();
            text.line("carried" + i + " = torch.zeros(" + none.sizes()
                    + ", dtype=6, layout=None, device=None, pin_memory=None)");
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

    /**
     * Arguments: the weights, each moment of all trained weights, each x, each y, order (the rows to train on, one after the
     * other), plan (int64: steps to do, the first step's place in its epoch, steps per epoch, batch size, rows per epoch),
     * rate, and what the rhythm adds. Changes weights, buffers and moments in place. Result: float64, what loss and metrics count in each step, one
     * after the other, and behind them 1 if the last one's loss or gradients are not finite, else 0. That step changes
     * nothing, and is the last one done.
     */
    public static NativeProgram train(
            Graph graph, Roles roles, Comparison comparison, Optimizer optimizer, Rhythm rhythm) {
        var forward = new ForwardText(graph, Mode.TRAINING);
        int inputs = graph.inputs().size();
        var all = all(inputs, comparison);
        var tensors = new ArrayList<>(all);
        tensors.addAll(rhythm.tensors());
        var text = new ProgramText(lists(roles, optimizer, rhythm), tensors, "Tensor");
        text.lines(roles.lines());
        text.lines(rhythm.begin());
        text.lines(Guard.begin());
        var first = new ArrayList<>(List.of("chosen = torch.narrow(order, 0, at, n)"));
        if (!graph.carried().isEmpty()) {
            first.addAll(begin(rhythm.truncation()));
        }
        first.addAll(rhythm.first());
        text.steps(first, BY_ORDER, all, rhythm.truncation(), () -> {
            text.lines(Guard.keep(roles));
            text.lines(forward.calls(names("x", inputs), comparison.outputs(), comparison.bare()));
            comparison.loss(text);
            text.lines(roles.byColumns() ? laidLines(ALL, "g = unchecked_cast(Tensor, given)") : gradientLines("ps"));
            comparison.score(text);
            Guard.stop(text, roles);
            text.lines(rhythm.change(optimizer.write(parameters(graph, roles))));
        });
        return text.returning(Guard.result(comparison), forward.functions()).load("train");
    }

    /** An epoch begins with states of zeros, and each batch whose sequences are cut. */
    private static List<String> begin(Truncation truncation) {
        var period = truncation.cuts() ? String.valueOf(truncation.windows()) : "perEpoch";
        return List.of(
                "if torch.eq(torch.remainder(torch.add(first, i), " + period + "), 0):",
                "  for c in carried:",
                "    _z = torch.zero_(c)");
    }

    private static List<String> lists(Roles roles, Optimizer optimizer, Rhythm rhythm) {
        var lists = new ArrayList<>(roles.names());
        optimizer.moments().forEach(moment -> lists.add(moment.name()));
        if (rhythm.isAccumulating()) {
            lists.add("sums");
        }
        return lists;
    }

    /** {@code xs} and {@code ys}, or {@code xs0}, {@code xs1}, …, and {@code ws} where examples are weighed. */
    private static List<String> all(int inputs, Comparison comparison) {
        var all = new ArrayList<>(names("xs", inputs));
        comparison.targets().forEach(name -> all.add(name.charAt(0) + "s" + name.substring(1)));
        return all;
    }

    /**
     * Arguments: the weights, each x, each y, plan (int64: steps to do, the first step's place, steps per epoch, batch size,
     * rows). Result: float64, what loss and metrics count in each step, one after the other.
     */
    public static NativeProgram evaluate(Graph graph, Comparison comparison) {
        var forward = new ForwardText(graph, Mode.INFERENCE);
        var roles = Roles.of(graph);
        int inputs = graph.inputs().size();
        var all = all(inputs, comparison);
        var tensors = new ArrayList<>(all);
        tensors.add("plan");
        var text = new ProgramText(roles.names(), tensors, "Tensor");
        text.lines(roles.lines());
        text.steps(List.of(), IN_ORDER, all, Truncation.NONE, () -> {
            text.lines(forward.calls(names("x", inputs), comparison.outputs(), comparison.bare()));
            comparison.loss(text);
            comparison.score(text);
        });
        return text.returning(comparison.result(), forward.functions()).load("evaluate");
    }

    /**
     * Arguments: the weights, their gradients, each moment of all weights, rate. Changes weights and moments in place as one
     * step of {@link #train} does. Result: 1 if a gradient is not finite, and nothing was changed, else 0.
     */
    public static NativeProgram step(Optimizer optimizer, List<Optimizer.Parameter> weights) {
        var lists = new ArrayList<>(List.of("ps", "gs"));
        optimizer.moments().forEach(moment -> lists.add(moment.name()));
        var text = new ProgramText(lists, List.of("rate"), "Tensor");
        text.line("lr = float(rate)");
        text.lines(laidLines("gs", "g = given"));
        text.lines(Guard.begin());
        Guard.unlessFailed(text, "gs", optimizer.write(weights));
        return text.returning("found", "").load("step");
    }

    /** What an optimizer has to know of each trained weight, in the order of the programs' arguments. */
    public static List<Optimizer.Parameter> parameters(Graph graph, Roles roles) {
        var all = Penalties.parameters(graph);
        return roles.trained().stream().map(all::get).toList();
    }

    /** Argument: x. Result: the activation of its elements. */
    static NativeProgram activation(Activation activation, Shape shape) {
        var text = new ProgramText(List.of(), List.of("x"), "Tensor");
        return text.returning(activation.code("x", shape), "").load(activation.name());
    }

    /**
     * One step of {@link #train} behind outputs that were computed and recorded before. Arguments: the weights, each moment
     * of all trained weights, the outputs and what Java computed of them in a list, each y, rate, and where gradients are
     * averaged turn (int64: how many are, whether the weights change). Result: as that of {@link #train}; what the layers keep beside their parameters has changed even so.
     */
    public static NativeProgram step(
            Graph graph, Roles roles, Comparison comparison, Optimizer optimizer, Rhythm rhythm) {
        var lists = lists(roles, optimizer, rhythm);
        lists.add("os");
        var tensors = new ArrayList<>(comparison.targets());
        tensors.add("rate");
        if (rhythm.isAccumulating()) {
            tensors.add("turn");
        }
        var text = new ProgramText(lists, tensors, "Tensor");
        text.line("lr = float(rate)");
        text.lines(Guard.begin());
        judge(text, roles, comparison);
        text.lines(gradientOrZeroLines());
        comparison.score(text);
        text.lines(rhythm.turnOfOne());
        Guard.unlessFailed(text, Guard.STEP, rhythm.change(optimizer.write(parameters(graph, roles))));
        return text.returning(Guard.result(comparison), "").load("train");
    }

    private static void judge(ProgramText text, Roles roles, Comparison comparison) {
        text.lines(roles.lines());
        text.line("scores = annotate(List[Tensor], [])");
        for (var output : comparison.outputs()) {
            text.line(output + " = os[" + comparison.outputs().indexOf(output) + "]");
        }
        comparison.loss(text);
    }

    /** Arguments: the weights, the outputs as in {@link #step}, each y. Result: as that of {@link #evaluate}. */
    public static NativeProgram compare(Graph graph, Comparison comparison) {
        var roles = Roles.of(graph);
        var lists = new ArrayList<>(roles.names());
        lists.add("os");
        var text = new ProgramText(lists, comparison.targets(), "Tensor");
        judge(text, roles, comparison);
        comparison.score(text);
        return text.returning(comparison.result(), "").load("evaluate");
    }

    /** Arguments: the weights, the outputs as in {@link #step}, each y. Results: the loss, the trained weights' gradients. */
    public static NativeProgram differentiate(Roles roles, Comparison comparison) {
        var lists = new ArrayList<>(roles.names());
        lists.add("os");
        var text = new ProgramText(lists, comparison.targets(), "List[Tensor]");
        judge(text, roles, comparison);
        text.lines(gradientOrZeroLines());
        return text.returning("torch.add([torch.detach(l)], gs)", "").load("gradients");
    }

    /** A layer in Java may leave a weight of its own unused, whose gradient is then zero. */
    private static List<String> gradientOrZeroLines() {
        return laidLines(
                "torch.autograd.grad([l], ps, None, None, False, True)",
                "if torch.__isnot__(given, None):",
                "  g = unchecked_cast(Tensor, given)",
                "else:",
                "  g = torch.zeros_like(ps[i])");
    }

    /**
     * Gradients {@code gs} that lie in memory as their weights do: fused optimizers take that for granted and do not look. A
     * gradient may be a view, turned or stretched.
     *
     * @param each takes the gradient {@code g} out of {@code given}, one of these
     */
    private static List<String> laidLines(String gradients, String... each) {
        var lines = new ArrayList<>(List.of("laid = annotate(List[Tensor], [])", "i = 0"));
        lines.add("for given in " + gradients + ":");
        Stream.concat(Stream.of(each), LAY.stream()).forEach(line -> lines.add("  " + line));
        lines.add("gs = laid");
        return lines;
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

    /** {@code x} alone, or {@code x0}, {@code x1}, … */
    static List<String> names(String letter, int count) {
        return count == 1
                ? List.of(letter)
                : IntStream.range(0, count).mapToObj(i -> letter + i).toList();
    }

    /** Row by row in memory, as the weights are: fused optimizers take that for granted and do not look. */
    static List<String> gradientLines(String of) {
        return List.of(
                "gs = annotate(List[Tensor], [])",
                "for g in torch.autograd.grad([l], " + of + ", None, None, False, False):",
                // Optimizers read memory as it lies: a gradient may be a view, turned or stretched.
                "  _g = torch.append(gs, torch.contiguous(unchecked_cast(Tensor, g), memory_format=0))");
    }
}

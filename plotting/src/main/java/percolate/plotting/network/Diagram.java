package percolate.plotting.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import percolate.Gradients;
import percolate.Model;
import percolate.Run;
import percolate.Summary;
import percolate.model.Graph;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Picture;

/**
 * A network as boxes: each layer's name and word, the shape of one example after it, and the arithmetic of its parameters.
 * Skips and branches are arrows of their own. With {@link #gradients} a colour says how large each layer's gradient is.
 */
public final class Diagram extends Illustration<Diagram> {
    private static final int MOST_SAID = 12;
    private static final double VANISHING = 1e-3;

    private final Graph graph;
    private final Summary summary;
    private final List<Double> norms;

    private Diagram(Graph graph, Summary summary, List<Double> norms, UnaryOperator<Picture> dress) {
        super(dress);
        this.graph = graph;
        this.summary = summary;
        this.norms = norms;
    }

    /** @throws IllegalStateException if the network has no input yet */
    public static Diagram of(Model net) {
        return new Diagram(net.graph(), net.summary(), List.of(), UnaryOperator.identity());
    }

    /**
     * The network that was trained, coloured by the gradients of the last epoch that {@code watch("gradients")} has kept.
     *
     * @throws IllegalArgumentException if none were
     */
    public static Diagram of(Run run) {
        var net = run.model();
        var norms = WatchedNorms.ofLastEpoch(run);
        if (norms.isEmpty()) {
            throw new IllegalArgumentException(
                    "diagram: expected a training whose gradients were watched over an epoch, got"
                            + " one without; train with watch(\"gradients\"), or draw diagram(net)");
        }
        var graph = net.graph();
        return new Diagram(
                graph,
                net.summary(),
                graph.steps().stream().map(step -> norms.of(graph, step)).toList(),
                UnaryOperator.identity());
    }

    /**
     * With a colour for the norm of each layer's gradient, √Σg² over its weights, from pale for the smallest to red for the
     * largest.
     *
     * @param gradients of this network: {@code gradients(() -> loss, net)}
     * @throws IllegalArgumentException if they are those of other weights
     */
    public Diagram gradients(Gradients gradients) {
        var found = Slopes.of("diagram", graph, gradients);
        return new Diagram(
                graph, summary, graph.steps().stream().map(found::norm).toList(), dress());
    }

    @Override
    protected Diagram with(UnaryOperator<Picture> dress) {
        return new Diagram(graph, summary, norms, dress);
    }

    @Override
    protected Drawing drawing() {
        var boxes = new ArrayList<Box>();
        for (var input : graph.inputs()) {
            boxes.add(new Box(
                    graph.inputs().size() == 1 ? "input" : input.name(),
                    "",
                    input.shape().toString(),
                    "",
                    Double.NaN,
                    Box.Kind.INPUT));
        }
        for (int at = 0; at < graph.steps().size(); at++) {
            boxes.add(box(summary.rows().get(at), norms.isEmpty() ? Double.NaN : norms.get(at)));
        }
        return new FlowChart(new Flow(boxes, edges()), scale(), words());
    }

    private static Box box(Summary.Row row, double norm) {
        return new Box(
                row.name(),
                row.layer().replace(".named(\"" + row.name() + "\")", ""),
                row.output().toString(),
                second(row),
                norm,
                row.frozen() ? Box.Kind.FROZEN : row.parameters() > 0 ? Box.Kind.WEIGHTED : Box.Kind.PLAIN);
    }

    /** The parameters where there are some, else how the size comes about. */
    private static String second(Summary.Row row) {
        if (row.parameterFormula().isEmpty()) {
            return row.sizeFormula();
        }
        return row.parameterFormula() + (row.frozen() ? ", frozen" : "");
    }

    private Set<Flow.Edge> edges() {
        var edges = new LinkedHashSet<Flow.Edge>();
        for (int at = 0; at < graph.steps().size(); at++) {
            for (var source : graph.steps().get(at).from()) {
                edges.add(new Flow.Edge(source.place(), graph.inputs().size() + at));
            }
        }
        return edges;
    }

    private List<Double> layerNorms() {
        return norms.stream().filter(norm -> !Double.isNaN(norm)).toList();
    }

    private GradientScale scale() {
        return GradientScale.of(layerNorms());
    }

    private String words() {
        var rows = summary.rows();
        var said = rows.stream()
                .limit(MOST_SAID)
                .map(row -> row.name() + " " + row.output())
                .collect(Collectors.joining(", "));
        return "network of " + rows.size() + (rows.size() == 1 ? " layer, " : " layers, ")
                + Digits.count(summary.parameters()) + " parameters: "
                + summary.inputs().stream().map(i -> "input " + i.shape()).collect(Collectors.joining(", ")) + ", "
                + said
                + (rows.size() > MOST_SAID
                        ? ", … " + rows.get(rows.size() - 1).name() + " "
                                + rows.get(rows.size() - 1).output()
                        : "")
                + health();
    }

    /** The gradients in words: where they vanish, or are no numbers. */
    private String health() {
        var all = layerNorms();
        if (all.isEmpty()) {
            return "";
        }
        if (all.stream().anyMatch(norm -> !Double.isFinite(norm))) {
            return "; some gradients are not finite";
        }
        double first = all.get(0);
        double last = all.get(all.size() - 1);
        var verdict = first < last * VANISHING ? ", so learning all but stops in the first layers" : "";
        return "; norm of the gradient from " + Digits.of(first) + " in the first layer to " + Digits.of(last)
                + " in the last" + verdict;
    }
}

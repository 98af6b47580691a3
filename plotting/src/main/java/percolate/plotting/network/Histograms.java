package percolate.plotting.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import percolate.Activations;
import percolate.Gradients;
import percolate.Model;
import percolate.Tensor;
import percolate.model.Graph;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Picture;

/**
 * How a network's numbers are distributed, layer by layer: weights, what the layers make of a batch, and, with
 * {@link #gradients}, the gradients of its weights.
 */
public final class Histograms extends Illustration<Histograms> {
    private static final int MOST_LAYERS = 24;

    private final Graph graph;
    private final Activations activations;
    private final List<Tensor> weights;
    private final Slopes gradients;

    private Histograms(
            Graph graph,
            Activations activations,
            List<Tensor> weights,
            Slopes gradients,
            UnaryOperator<Picture> dress) {
        super(dress);
        this.graph = graph;
        this.activations = activations;
        this.weights = weights;
        this.gradients = gradients;
    }

    /** @param x a batch */
    public static Histograms of(Model net, Tensor... x) {
        var activations = net.activations(x);
        var values = net.weights();
        var weights = net.graph().weights().stream()
                .map(entry -> values.get(entry.key()))
                .toList();
        return new Histograms(net.graph(), activations, weights, null, UnaryOperator.identity());
    }

    /** With the gradients too: {@code gradients(() -> loss, net)}. */
    public Histograms gradients(Gradients found) {
        return new Histograms(graph, activations, weights, Slopes.of("histograms", graph, found), dress());
    }

    @Override
    protected Histograms with(UnaryOperator<Picture> other) {
        return new Histograms(graph, activations, weights, gradients, other);
    }

    @Override
    protected Drawing drawing() {
        var rows = new ArrayList<HistogramTable.Row>();
        var steps = graph.steps();
        int shown = Math.min(MOST_LAYERS, steps.size());
        for (int at = 0; at < shown; at++) {
            int index = shown == 1 ? 0 : Math.round(at * (steps.size() - 1f) / (shown - 1));
            rows.add(row(steps.get(index)));
        }
        var note = shown < steps.size() ? shown + " of " + steps.size() + " layers" : "";
        return new HistogramTable(columns(), rows, note, words(rows));
    }

    private List<String> columns() {
        return gradients == null ? List.of("weights", "activations") : List.of("weights", "activations", "gradients");
    }

    private HistogramTable.Row row(Graph.Step step) {
        var cells = new ArrayList<Histogram>();
        cells.add(Histogram.of(step.slots().stream()
                .map(slot -> weights.get(slot).toFloatArray())
                .toList()));
        cells.add(Histogram.of(List.of(activations.at(step.name()).toFloatArray())));
        if (gradients != null) {
            cells.add(Histogram.of(
                    gradients.of(step).stream().map(Tensor::toFloatArray).toList()));
        }
        return new HistogramTable.Row(step.name(), cells);
    }

    private String words(List<HistogramTable.Row> rows) {
        return "histograms of " + String.join(", ", columns()) + ": "
                + rows.stream().map(row -> row.name() + " " + said(row)).collect(Collectors.joining("; "));
    }

    private String said(HistogramTable.Row row) {
        var words = new ArrayList<String>();
        for (int at = 0; at < row.cells().size(); at++) {
            if (!row.cells().get(at).isEmpty()) {
                words.add(columns().get(at) + " " + row.cells().get(at).words());
            }
        }
        return String.join(", ", words);
    }
}

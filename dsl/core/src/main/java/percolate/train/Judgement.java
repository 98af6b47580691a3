package percolate.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import percolate.Dataset;
import percolate.Loss;
import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;
import percolate.loss.Reduction;
import percolate.model.Graph;
import percolate.program.Judged;

/**
 * Which outputs of a model are compared with which targets, by what.
 *
 * @param targets as the losses compare them, in the order of {@code judged}
 */
record Judgement(List<Judged> judged, List<Tensor> targets) {
    /** The same losses and metrics for other data. */
    static Judgement of(String who, List<Judged> judged, Graph graph, List<Tensor> x, Dataset data) {
        var aims = new Aims(who, graph, judged.stream().map(Judged::output).toList());
        var shapes = graph.outputs(Fit.examples(x));
        var all = new ArrayList<Judged>();
        var targets = new ArrayList<Tensor>();
        for (int i = 0; i < judged.size(); i++) {
            var its = judged.get(i);
            var shape = shapes.get(its.output());
            var prepared =
                    reduced(its.loss()).prepare(shape, aims.target(i, data)).to(graph.device());
            // Only the check is wanted: metrics are measured on the targets that the loss prepared.
            its.metrics().forEach(m -> m.prepare(shape, prepared));
            all.add(its.with(shape, prepared));
            targets.add(prepared);
        }
        return new Judgement(List.copyOf(all), List.copyOf(targets));
    }

    /**
     * Losses and metrics leave out what only fills sequences up, unless they say what they leave out.
     *
     * @param saidLosses empty: chosen by the targets
     * @param saidMetrics null: chosen by the targets
     */
    static Judgement of(
            String who,
            Graph graph,
            List<Tensor> x,
            Dataset data,
            List<Loss> saidLosses,
            List<Metric> saidMetrics,
            Choices choices) {
        UnaryOperator<Metric> counted = data.facts().padding().isPresent()
                ? m -> m.leavingOut(data.facts().padding().getAsInt())
                : m -> m;
        var losses = saidLosses.stream().map(l -> (Loss) counted.apply(l)).toList();
        var metrics =
                saidMetrics == null ? null : saidMetrics.stream().map(counted).toList();
        var aims = Aims.of(who, graph, losses, data);
        var shapes = graph.outputs(Fit.examples(x));
        var judged = new ArrayList<Judged>();
        for (int i = 0; i < aims.outputs().size(); i++) {
            int output = aims.outputs().get(i);
            var target = aims.target(i, data);
            var loss = losses.isEmpty()
                    ? (Loss) counted.apply(choices.loss(aims.name(i), graph, output, shapes.get(output), target))
                    : aims.loss(i, losses);
            if (losses.isEmpty()) {
                choices.doubt(loss, shapes.get(output), data, target);
            }
            var prepared = reduced(loss).prepare(shapes.get(output), target);
            var chosen = metrics == null
                    ? choices.metrics(aims.name(i), loss, graph, output, shapes.get(output), target).stream()
                            .map(counted)
                            .toList()
                    : fitting(metrics, aims.allNames(), i, shapes.get(output), prepared);
            judged.add(new Judged(
                    output,
                    aims.name(i),
                    loss,
                    chosen,
                    shapes.get(output),
                    prepared.shape().dropFirst(1),
                    prepared.dtype()));
        }
        if (metrics != null) {
            refuseUnused(who, metrics, judged, aims, data);
        }
        return of(who, judged, graph, x, data);
    }

    /** The metrics of an output: those that name it, and those that name none and fit it. */
    private static List<Metric> fitting(
            List<Metric> metrics, List<String> names, int side, Shape shape, Tensor prepared) {
        return metrics.stream()
                .filter(m -> m.output().isEmpty()
                        ? names.size() == 1 || fits(m, shape, prepared)
                        : m.output().equals(names.get(side)))
                .toList();
    }

    private static boolean fits(Metric metric, Shape shape, Tensor prepared) {
        try {
            metric.prepare(shape, prepared);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void refuseUnused(String who, List<Metric> metrics, List<Judged> judged, Aims aims, Dataset data) {
        var used = new HashSet<Metric>();
        judged.forEach(j -> used.addAll(j.metrics()));
        for (var metric : metrics) {
            if (used.contains(metric)) {
                continue;
            }
            if (!metric.output().isEmpty()) {
                throw new IllegalArgumentException(who + ".metrics: " + metric + " wants an output that a loss judges, "
                        + aims.allNames() + ", got \"" + metric.output() + "\"; name one of these");
            }
            // The sentence of the first output that it does not fit.
            var first = judged.get(0);
            metric.prepare(first.shape(), first.loss().prepare(first.shape(), aims.target(0, data)));
        }
    }

    /** Refuses a loss that gives more than one number. */
    private static Loss reduced(Loss loss) {
        if (loss.reduction() == Reduction.NONE) {
            throw new IllegalArgumentException("train: expected a loss of one number, got " + loss
                    + ", which gives one for each element; take mean() or sum()");
        }
        return loss;
    }
}

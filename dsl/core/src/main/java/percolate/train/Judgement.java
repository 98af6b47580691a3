package percolate.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import percolate.Dataset;
import percolate.Layer;
import percolate.Loss;
import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;
import percolate.data.Weights;
import percolate.loss.Reduction;
import percolate.loss.Weighed;
import percolate.model.Graph;
import percolate.program.Judged;

/**
 * Which outputs of a model are compared with which targets, by what.
 *
 * @param targets as the losses compare them, in the order of {@code judged}; behind them how much examples count, where
 *     they do unequally
 */
record Judgement(List<Judged> judged, List<Tensor> targets) {
    Judgement {
        judged = List.copyOf(judged);
        targets = List.copyOf(targets);
    }

    /** The same losses and metrics for other data. */
    static Judgement of(String who, List<Judged> judged, Graph graph, List<Tensor> x, Dataset data) {
        var outputs = judged.stream().map(Judged::output).toList();
        var aims = new Aims(who, graph, outputs, List.of());
        var shapes = graph.outputs(Fit.examples(x));
        var all = new ArrayList<Judged>();
        var targets = new ArrayList<Tensor>();
        for (int i = 0; i < judged.size(); i++) {
            var its = judged.get(i);
            var shape = shapes.get(its.output());
            targets.add(prepared(its.loss(), shape, aims.target(i, data), graph));
            all.add(its.with(shape, targets.get(i)));
        }
        return new Judgement(all, targets).checked().weighed(who, graph, data);
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
        var targets = new ArrayList<Tensor>();
        for (int i = 0; i < aims.outputs().size(); i++) {
            int output = aims.outputs().get(i);
            var shape = shapes.get(output);
            var target = aims.target(i, data);
            var loss = losses.isEmpty()
                    ? (Loss) counted.apply(choices.loss(aims.name(i), graph, output, shape, target))
                    : aims.losses().get(i);
            if (losses.isEmpty()) {
                choices.doubt(loss, shape, data, target);
            }
            var prepared = prepared(loss, shape, target, graph);
            var chosen = metrics == null
                    ? choices.metrics(aims.name(i), loss, graph, output, shape, target).stream()
                            .map(counted)
                            .toList()
                    : fitting(metrics, aims.allNames(), i, shape, prepared);
            var form = prepared.shape().dropFirst(1);
            judged.add(new Judged(output, aims.name(i), loss, chosen, shape, form, prepared.dtype(), false));
            targets.add(prepared);
        }
        if (metrics != null) {
            refuseUnused(who, metrics, judged, aims, data);
        }
        return new Judgement(judged, targets).checked().weighed(who, graph, data);
    }

    /** The same, whose last target is how much each example counts, where they do unequally. */
    private Judgement weighed(String who, Graph graph, Dataset data) {
        var weights = data.weights();
        if (weights.isEmpty() && judged.stream().noneMatch(Judged::weighted)) {
            return this;
        }
        judged.forEach(j -> Weighed.check(who, j.loss()));
        var all = new ArrayList<>(targets);
        all.add(Weights.orOnes(data.batch()).to(graph.device()));
        return new Judgement(judged.stream().map(Judged::byWeights).toList(), all);
    }

    private static Tensor prepared(Loss loss, Shape shape, Tensor target, Graph graph) {
        return reduced(loss).prepare(shape, target).to(graph.device());
    }

    /** Whether a step draws from the native generator. */
    boolean isRandom(Graph graph) {
        return graph.layers().anyMatch(Layer::isRandom)
                || judged.stream().map(Judged::loss).anyMatch(Loss::isRandom);
    }

    /** Only the check is wanted: metrics are measured on the targets that the loss prepared. */
    private Judgement checked() {
        for (int i = 0; i < targets.size(); i++) {
            var its = judged.get(i);
            var prepared = targets.get(i);
            its.metrics().forEach(m -> m.prepare(its.shape(), prepared));
        }
        return this;
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

    /** Whether a metric can be counted of such outputs and targets. */
    static boolean fits(Metric metric, Shape shape, Tensor prepared) {
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

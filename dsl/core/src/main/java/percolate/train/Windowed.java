package percolate.train;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.Layer;
import percolate.Percolate;
import percolate.Shape;
import percolate.Tensor;
import percolate.model.Bidirectional;
import percolate.model.CellLayer;
import percolate.model.Graph;
import percolate.model.Recurrent;
import percolate.program.Judged;
import percolate.program.Truncation;

/** Finds out how a training's sequences can be cut into windows. */
record Windowed(int length, Graph graph, List<Shape> examples) {
    /** @param length 0: they are not cut */
    static Truncation of(int length, Graph graph, List<Tensor> x, Judgement judgement) {
        return length == 0 ? Truncation.NONE : new Windowed(length, graph, Fit.examples(x)).of(judgement);
    }

    private Truncation of(Judgement judgement) {
        var inputs = IntStream.range(0, examples.size())
                .filter(i -> isSequence(graph.inputs().get(i).shape()))
                .boxed()
                .collect(Collectors.toSet());
        var times = inputs.stream().map(i -> examples.get(i).get(0)).distinct().toList();
        if (times.size() != 1) {
            throw new IllegalArgumentException(who() + ": expected inputs along time, all of one length, got "
                    + examples + "; write TIME in the axis's place, as in input(TIME, 3)");
        }
        int time = times.get(0);
        if (length >= time) {
            return Truncation.NONE;
        }
        var truncation = new Truncation(length, time, inputs);
        var cut = graph.outputs(truncation.examples(examples));
        for (int i = 0; i < judgement.judged().size(); i++) {
            check(judgement.judged().get(i), cut, time, judgement.targets().get(i));
        }
        return truncation;
    }

    private String who() {
        return "train.bptt(" + length + ")";
    }

    private static boolean isSequence(Shape input) {
        return input.rank() > 0 && input.get(0) == Percolate.TIME;
    }

    private void check(Judged judged, List<Shape> cut, int time, Tensor target) {
        var window = cut.get(judged.output());
        boolean follows = judged.shape().rank() > 0 && judged.shape().get(0) == time && window.get(0) == length;
        if (!follows || target.shape().rank() < 2 || target.size(1) != time) {
            throw new IllegalArgumentException(who() + ": expected an output and a target for each of " + time
                    + " steps, got outputs " + judged.shape() + " and targets "
                    + target.shape().dropFirst(1)
                    + "; say returnSequences() of the last recurrent layer, or leave bptt out");
        }
    }

    /** The recurrent layers that begin each window with zeros. */
    static List<Layer> forgetting(Graph graph) {
        return graph.layers().filter(Windowed::forgets).toList();
    }

    private static boolean forgets(Layer layer) {
        return layer instanceof Bidirectional
                || (layer instanceof Recurrent<?> recurrent && !recurrent.isStateful())
                || (layer instanceof CellLayer cell && !cell.isStateful());
    }
}

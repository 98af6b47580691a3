package percolate.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.Dataset;
import percolate.Loss;
import percolate.Tensor;
import percolate.model.Graph;
import percolate.model.Nearest;

/**
 * Which outputs are compared with targets, in the order of the outputs, and which targets these are.
 *
 * @param who says in messages who wants to know
 * @param outputs their numbers among the model's outputs
 * @param losses what was said of each; empty where nothing was
 */
record Aims(String who, Graph graph, List<Integer> outputs, List<Loss> losses) {
    Aims {
        outputs = List.copyOf(outputs);
        losses = List.copyOf(losses);
    }

    /** By what losses name, else the outputs in order; without losses, those that have targets. */
    static Aims of(String who, Graph graph, List<Loss> losses, Dataset data) {
        if (data.targets().isEmpty()) {
            throw new IllegalArgumentException(who + ": expected targets, got data that has none; give dataset(x, y),"
                    + " or train with objective(batch -> …)");
        }
        var outputs = losses.isEmpty() ? withTargets(graph, data) : judged(who, graph, losses);
        var sorted = outputs.stream().sorted().toList();
        return new Aims(
                who,
                graph,
                sorted,
                losses.isEmpty()
                        ? losses
                        : sorted.stream()
                                .map(output -> losses.get(outputs.indexOf(output)))
                                .toList());
    }

    /** All that have a target each; the first one where there are not as many. */
    private static List<Integer> withTargets(Graph graph, Dataset data) {
        var names = graph.outputNames();
        var named = data.targetNames().stream().map(names::indexOf).toList();
        if (!named.isEmpty() && !named.contains(-1)) {
            return named;
        }
        return data.targets().size() == names.size()
                ? IntStream.range(0, names.size()).boxed().toList()
                : List.of(0);
    }

    private static List<Integer> judged(String who, Graph graph, List<Loss> losses) {
        var names = graph.outputNames();
        var named = losses.stream()
                .filter(loss -> !loss.output().isEmpty())
                .map(loss -> output(who, names, loss))
                .toList();
        var free = IntStream.range(0, names.size()).boxed().collect(Collectors.toCollection(ArrayList::new));
        free.removeAll(named);
        int nameless = losses.size() - named.size();
        boolean some = nameless > 0 && losses.size() > 1;
        if ((some && nameless != free.size()) || nameless > free.size()) {
            throw new IllegalArgumentException(who + ".losses: expected a loss for each of the outputs " + names
                    + ", got " + losses.size() + "; say at(…) of each loss, or leave those out that are not trained");
        }
        var all = losses.stream()
                .map(loss -> loss.output().isEmpty() ? free.remove(0) : Integer.valueOf(names.indexOf(loss.output())))
                .toList();
        if (all.stream().distinct().count() != all.size()) {
            throw new IllegalArgumentException(who + ".losses: expected one loss for an output, got several of one: "
                    + losses.stream().map(Loss::output).toList() + "; add them with plus(…)");
        }
        return all;
    }

    private static int output(String who, List<String> names, Loss loss) {
        int output = names.indexOf(loss.output());
        if (output < 0) {
            throw new IllegalArgumentException(who + ".losses: there is no output \"" + loss.output()
                    + "\" in this model, but " + names + "; did you mean \"" + Nearest.to(loss.output(), names)
                    + "\"?");
        }
        return output;
    }

    /** The names of the judged outputs. */
    List<String> allNames() {
        return outputs.stream().map(graph.outputNames()::get).toList();
    }

    /** What an output's values are called by: nothing where it is the only one. */
    String name(int side) {
        return outputs.size() == 1 ? "" : allNames().get(side);
    }

    /** The targets of an output: those of its name, else by the order of the outputs. */
    Tensor target(int side, Dataset data) {
        var targets = data.targets();
        int named = data.targetNames().indexOf(allNames().get(side));
        if (named >= 0) {
            return targets.get(named);
        }
        boolean meant = data.targetNames().stream().anyMatch(graph.outputNames()::contains);
        if (meant
                || (targets.size() != outputs.size()
                        && targets.size() != graph.outputs().size())) {
            throw new IllegalArgumentException(who + ": expected a target for each of the outputs " + allNames()
                    + ", got " + (meant ? "those of " + data.targetNames() : String.valueOf(targets.size()))
                    + "; give dataset(x, List.of(…)) one for each, and named(…) where they come in another order");
        }
        return targets.get(targets.size() == outputs.size() ? side : outputs.get(side));
    }
}

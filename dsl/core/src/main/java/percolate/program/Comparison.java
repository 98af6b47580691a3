package percolate.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import percolate.Metric;
import percolate.loss.Term;
import percolate.model.Activation;
import percolate.model.Graph;
import percolate.program.Column.Part;

/**
 * How one program compares a model's outputs with targets. A loss that applies an output's last activation itself gets that
 * activation's operands; metrics get them too where all of them can read them.
 *
 * <p>The loss is the sum of all losses' terms and of the layers' penalties. What a batch counts for each is gathered by
 * itself, so that the value for an epoch does not depend on how it was cut into batches.
 */
public final class Comparison {
    /**
     * What Java computes of a batch, because a program cannot.
     *
     * @param side the number of the judged output
     * @param output its number among the model's outputs
     * @param metric a loss's term, which is recorded, or a metric
     * @param lacking what the output lacks until it is what the model gives
     */
    public record InJava(int side, int output, Metric metric, boolean recorded, Activation lacking) {}

    private final Graph graph;
    private final List<String> targets;
    private final List<Side> sides = new ArrayList<>();
    private final List<InJava> inJava = new ArrayList<>();
    private final List<Column> losses = new ArrayList<>();
    private final List<Column> measured = new ArrayList<>();
    private final List<String> lossLines = new ArrayList<>();
    private final List<String> scoreLines = new ArrayList<>();
    private final String penalty;

    /** @param judged the outputs that are compared, with their targets in this order */
    public Comparison(Graph graph, List<Judged> judged) {
        this.graph = graph;
        this.penalty = Penalties.of(graph);
        this.targets = new ArrayList<>(Programs.names("y", judged.size()));
        Scoring scoring = null;
        for (int i = 0; i < judged.size(); i++) {
            var its = judged.get(i);
            scoring = scoring == null ? new Scoring(its.shape(), its.target(), its.type()) : scoring.beside(its);
            sides.add(new Side(
                    its, graph.activation(its.output()), scoring, outputs().get(its.output()), targets.get(i)));
        }
        if (judged.stream().anyMatch(Judged::weighted)) {
            targets.add("w");
        }
        writeLoss();
        writeScores();
    }

    private void writeLoss() {
        var sum = new ArrayList<String>();
        for (var side : sides) {
            lossLines.addAll(side.chosen());
            var parts = new ArrayList<Part>();
            for (var term : side.judged().terms()) {
                var value = value(side, term);
                lossLines.addAll(side.loss().lines());
                var name = "l" + sum.size();
                lossLines.add(name + " = " + value);
                sum.add(term.times(name));
                var counts = term.loss().counts(side.loss(), "torch.detach(" + name + ")");
                lossLines.addAll(side.loss().lines());
                parts.add(new Part(term.weight(), term.loss(), counts));
            }
            losses.add(new Column(side.judged().column("loss"), parts));
        }
        lossLines.add("l = " + Term.sum(sum.stream()));
        if (!penalty.isEmpty()) {
            lossLines.add("penalty = " + penalty);
        }
    }

    private String value(Side side, Term term) {
        return term.loss().isOwn()
                ? given(side, term.loss(), true)
                : term.loss().write(side.loss());
    }

    /** The variable that holds what Java computes. */
    private String given(Side side, Metric metric, boolean recorded) {
        int output = side.judged().output();
        inJava.add(new InJava(sides.indexOf(side), output, metric, recorded, side.lacking()));
        return "os[" + (outputs().size() + inJava.size() - 1) + "]";
    }

    private void writeScores() {
        for (var side : sides) {
            scoreLines.addAll(side.measured());
            for (var metric : side.judged().metrics()) {
                measured.add(measured(side, metric));
            }
        }
        rows().forEach(row -> scoreLines.add("_s = torch.append(scores, " + row + ")"));
    }

    /** What is counted stands in variables, for the next side has other outputs. */
    private Column measured(Side side, Metric metric) {
        var name = side.judged().column(metric.name());
        var column = metric.isOwn()
                ? Column.given(name, metric, given(side, metric, false))
                : Column.of(name, metric, side.metrics());
        scoreLines.addAll(side.metrics().lines());
        var parts = new ArrayList<Part>();
        for (var part : column.parts()) {
            var variable = "m" + measured.size() + "_" + parts.size();
            scoreLines.add(variable + " = " + part.counts().code());
            parts.add(part.counted(variable));
        }
        return new Column(name, parts);
    }

    /** The variables that hold the model's outputs. */
    List<String> outputs() {
        return Programs.names("o", graph.outputs().size());
    }

    /** The variables that hold the targets of the judged outputs, and behind them how much examples count, where they do unequally. */
    List<String> targets() {
        return List.copyOf(targets);
    }

    /** How many outputs are judged. */
    public int judged() {
        return sides.size();
    }

    /** The outputs whose last activation is left to the loss. */
    public Set<Integer> bare() {
        return sides.stream().filter(Side::isBare).map(s -> s.judged().output()).collect(Collectors.toSet());
    }

    /** What Java computes of each batch; behind the outputs in the programs' list {@code os}. */
    public List<InJava> inJava() {
        return List.copyOf(inJava);
    }

    /** Writes the loss of the batch into {@code l}. */
    void loss(ProgramText text) {
        text.lines(lossLines);
    }

    /** Appends what loss and metrics count in this batch to {@code scores}. */
    void score(ProgramText text) {
        text.lines(scoreLines);
    }

    /** What is counted in a batch, one after the other. */
    public List<Counts> counts() {
        return parts().map(Part::counts).toList();
    }

    private Stream<Part> parts() {
        return columns().flatMap(c -> c.parts().stream());
    }

    private Stream<Column> columns() {
        var asked = penalty.isEmpty()
                ? Stream.<Column>of()
                : Stream.of(new Column("", List.of(new Part(1, null, Counts.mean("penalty")))));
        return Stream.of(losses.stream(), asked, measured.stream()).flatMap(c -> c);
    }

    /** The names of {@link #values} behind {@code loss}. */
    public List<String> names() {
        return Stream.concat(sides.size() == 1 ? Stream.of() : losses.stream(), measured.stream())
                .map(Column::name)
                .toList();
    }

    /**
     * The loss as {@code loss}, then that of each output where there are several, then the metrics.
     *
     * @param gathered for each of {@link #counts} what all batches gave
     */
    public Map<String, Double> values(List<double[]> gathered) {
        var values = new LinkedHashMap<>(Map.of("loss", 0.0));
        var named = names();
        var columns = columns().toList();
        int at = 0;
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            double value = column.value(gathered.subList(at, at + column.parts().size()));
            at += column.parts().size();
            if (i < columns.size() - measured.size()) {
                values.merge("loss", value, Double::sum);
            }
            if (named.contains(column.name())) {
                values.put(column.name(), value);
            }
        }
        return values;
    }

    /** The expression that gives the batches' rows, one after the other. */
    String result() {
        if (!isPlain()) {
            return "torch.cat(scores, 0)";
        }
        return counts().size() == 1
                ? "torch.to(torch.stack(scores, 0), 7, False, False, None)"
                : "torch.stack(scores, 0)";
    }

    /** What a batch appends. A number that comes alone becomes float64 once for all batches, not in each step. */
    private List<String> rows() {
        var counts = counts();
        if (!isPlain()) {
            return List.of(
                    "torch.cat([" + counts.stream().map(Counts::vector).collect(Collectors.joining(", ")) + "], 0)");
        }
        return counts.stream()
                .map(counts.size() == 1 ? Counts::code : Counts::code64)
                .toList();
    }

    private boolean isPlain() {
        return columns().allMatch(Column::isPlain);
    }
}

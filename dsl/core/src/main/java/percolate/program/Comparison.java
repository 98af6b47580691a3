package percolate.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import percolate.Loss;
import percolate.Metric;
import percolate.model.Activation;
import percolate.model.Graph;
import percolate.program.Counts.Gathering;
import percolate.program.Scoring.Reading;

/**
 * How one program compares a model's outputs with targets. A loss that applies the model's last activation itself gets that
 * activation's operands; metrics get them too where all of them can read them.
 */
public final class Comparison {
    private final Graph graph;
    private final Loss loss;
    private final List<? extends Metric> metrics;
    private final Scoring scoring;
    private final boolean applied;
    private final boolean activated;
    private List<Counts> counts;
    private int told;

    public Comparison(Graph graph, Loss loss, List<? extends Metric> metrics, Scoring scoring) {
        this.graph = graph;
        this.loss = loss;
        this.metrics = metrics;
        this.scoring = scoring;
        this.applied = graph.activation().name().equals(loss.applies());
        this.activated = applied && !metrics.stream().allMatch(Metric::readsLogits);
    }

    /** The outputs whose last activation is left to the loss. */
    public Set<Integer> bare() {
        return applied ? Set.of(0) : Set.of();
    }

    /** Writes the loss of the batch into {@code l}; that of one's own comes behind the outputs. */
    void loss(ProgramText text) {
        var value = loss.isOwn() ? "os[1]" : loss.write(scoring.reading(applied ? Reading.LOGITS : outputs()));
        flush(text);
        text.line("l = " + value);
        var penalties = Penalties.of(graph);
        if (!penalties.isEmpty()) {
            text.line("penalty = " + penalties);
        }
    }

    /** Appends what loss and metrics count in this batch to {@code scores}. */
    void score(ProgramText text) {
        if (!Penalties.of(graph).isEmpty()) {
            text.line("l = torch.add(torch.detach(l), penalty)");
        }
        if (!metrics.isEmpty()) {
            text.line("o = torch.detach(o)");
        }
        if (activated) {
            text.line("o = " + graph.activation().code("o", graph.output()));
        }
        var rows = rows(counts());
        flush(text);
        rows.forEach(row -> text.line("_s = torch.append(scores, " + row + ")"));
    }

    /** What the loss and then each metric counts in a batch. */
    public List<Counts> counts() {
        if (counts == null) {
            var read = applied ? (activated ? Reading.PROBABILITIES : Reading.LOGITS) : metricsRead();
            var ofMetrics = metrics.stream().map(m -> m.counts(scoring.reading(read)));
            counts = Stream.concat(Stream.of(loss.counts(scoring, "torch.detach(l)")), ofMetrics)
                    .toList();
        }
        return counts;
    }

    /** The expression that gives the batches' rows, one after the other. */
    String result() {
        if (!plain(counts())) {
            return "torch.cat(scores, 0)";
        }
        return counts().size() == 1
                ? "torch.to(torch.stack(scores, 0), 7, False, False, None)"
                : "torch.stack(scores, 0)";
    }

    /** What a batch appends. A number that comes alone becomes float64 once for all batches, not in each step. */
    private static List<String> rows(List<Counts> counts) {
        if (!plain(counts)) {
            var vectors = counts.stream().map(Counts::vector).toList();
            return List.of("torch.cat([" + String.join(", ", vectors) + "], 0)");
        }
        return counts.stream()
                .map(counts.size() == 1 ? Counts::code : Counts::code64)
                .toList();
    }

    private static boolean plain(List<Counts> counts) {
        return counts.stream().allMatch(c -> c.gathering() == Gathering.MEAN);
    }

    private Reading outputs() {
        return isProbability(graph.activation()) ? Reading.PROBABILITIES : Reading.PLAIN;
    }

    private Reading metricsRead() {
        return outputs() == Reading.PLAIN && loss.takesLogits() ? Reading.LOGITS : outputs();
    }

    private static boolean isProbability(Activation last) {
        return last.name().equals("softmax") || last.name().equals("sigmoid");
    }

    private void flush(ProgramText text) {
        var lines = new ArrayList<>(scoring.lines());
        text.lines(lines.subList(told, lines.size()));
        told = lines.size();
    }
}

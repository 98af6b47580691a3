package percolate.plotting.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import percolate.Model;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Picture;

/**
 * Which step of a sequence looks at which: the weights of each attention layer and head, a row for each query, a column for
 * each step of the memory; each row adds up to 1.
 */
public final class Attention extends Illustration<Attention> {
    private static final int MOST = 12;

    private final List<AttentionMap> maps;
    private final List<String> queries;
    private final List<String> keys;

    private Attention(List<AttentionMap> maps, List<String> queries, List<String> keys, UnaryOperator<Picture> dress) {
        super(dress);
        this.maps = maps;
        this.queries = queries;
        this.keys = keys;
    }

    /** @param tokens for each input of the network one example, [time] or [time, features], with or without a batch axis */
    public static Attention of(Model net, Tensor... tokens) {
        var activations = net.activations(batches(net, tokens));
        var maps = new ArrayList<AttentionMap>();
        for (var name : activations.names()) {
            var weights = activations.at(name);
            if (name.endsWith(".weights") && weights.shape().rank() >= 3) {
                maps.addAll(AttentionMap.of(name.substring(0, name.length() - ".weights".length()), weights));
            }
        }
        if (maps.isEmpty()) {
            throw new IllegalArgumentException("attention: expected a network with an attention layer, got the layers "
                    + net.names() + "; gates(net, sequence) shows recurrent ones");
        }
        return new Attention(maps, List.of(), List.of(), UnaryOperator.identity());
    }

    private static Tensor[] batches(Model net, Tensor... tokens) {
        return IntStream.range(0, tokens.length)
                .mapToObj(at -> batch(net, tokens[at], at))
                .toArray(Tensor[]::new);
    }

    private static Tensor batch(Model net, Tensor x, int at) {
        var inputs = net.graph().inputs();
        int rank =
                at < inputs.size() ? inputs.get(at).shape().rank() : x.shape().rank();
        if (x.shape().rank() == rank) {
            return x.unsqueeze(0);
        }
        if (x.shape().rank() == rank + 1 && x.size(0) == 1) {
            return x;
        }
        throw new ShapeException("attention: expected one sequence, "
                + inputs.get(at).shape() + ", got " + x.shape() + "; take one example, x.get(0)");
    }

    /** With a word for each step; queries and memory are the same sequence. */
    public Attention words(String... tokens) {
        return words(Arrays.asList(tokens));
    }

    /** With a word for each step; queries and memory are the same sequence. */
    public Attention words(List<String> tokens) {
        return words(tokens, tokens);
    }

    /** With a word for each query and one for each step of the memory: of a translation the target's and the source's. */
    public Attention words(List<String> ofQueries, List<String> ofMemory) {
        var some = maps.get(0);
        if (maps.stream().noneMatch(map -> map.rows() == ofQueries.size() && map.columns() == ofMemory.size())) {
            throw new IllegalArgumentException("attention: expected " + some.rows() + " words for the queries and "
                    + some.columns() + " for the memory, got " + ofQueries.size() + " and " + ofMemory.size()
                    + "; give one for each step");
        }
        return new Attention(maps, List.copyOf(ofQueries), List.copyOf(ofMemory), dress());
    }

    @Override
    protected Attention with(UnaryOperator<Picture> other) {
        return new Attention(maps, queries, keys, other);
    }

    @Override
    protected Drawing drawing() {
        var shown = maps.subList(0, Math.min(MOST, maps.size())).stream()
                .map(map -> map.named(queries, keys))
                .toList();
        var note = shown.size() < maps.size() ? "first " + shown.size() + " of " + maps.size() + " heads" : "";
        return new AttentionChart(shown, note);
    }
}

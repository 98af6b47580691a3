package percolate.plotting.vision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import percolate.Model;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Picture;

/**
 * A recurrent layer over time: each gate, the memory cell and the state as a band, a row for each unit, a column for each
 * time step. Gates are between 0, closed, and 1, open.
 */
public final class Gates extends Illustration<Gates> {
    private static final List<String> OPEN_OR_CLOSED = List.of("input", "forget", "output", "reset", "update");

    private final List<Band> bands;
    private final List<String> steps;

    private Gates(List<Band> bands, List<String> steps, UnaryOperator<Picture> dress) {
        super(dress);
        this.bands = bands;
        this.steps = steps;
    }

    /** @param sequence one example, [time, features] or words' numbers [time], with or without a batch axis */
    public static Gates of(Model net, Tensor sequence) {
        int rank = net.graph().input().rank();
        boolean alone = sequence.shape().rank() == rank;
        if (!alone && !(sequence.shape().rank() == rank + 1 && sequence.size(0) == 1)) {
            throw new ShapeException("gates: expected one sequence, "
                    + net.graph().input() + ", got " + sequence.shape() + "; take one example, x.get(0)");
        }
        var bands = bands(net, alone ? sequence.unsqueeze(0) : sequence);
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("gates: expected a network with a recurrent layer, got the layers "
                    + net.names() + "; attention(net, tokens) shows attention");
        }
        return new Gates(bands, List.of(), UnaryOperator.identity());
    }

    private static List<Band> bands(Model net, Tensor batch) {
        var activations = net.activations(batch);
        var recurrent = recurrent(net);
        var bands = new ArrayList<Band>();
        for (var name : activations.names()) {
            int dot = name.lastIndexOf('.');
            var layer = dot < 0 ? name : name.substring(0, dot);
            var value = activations.at(name);
            boolean within = dot >= 0 && recurrent.contains(layer);
            if (value.shape().rank() == 3 && (within || recurrent.contains(name))) {
                bands.add(band(
                        recurrent.contains(name) ? name : layer, within ? name.substring(dot + 1) : "state", value));
            }
        }
        return bands;
    }

    private static List<String> recurrent(Model net) {
        return net.graph().steps().stream()
                .filter(step -> List.of("lstm", "gru", "minimalGru", "simpleRnn", "bidirectional", "recurrent")
                        .contains(step.layer().kind()))
                .map(step -> step.name())
                .toList();
    }

    /** @param value [1, time, units] */
    private static Band band(String layer, String what, Tensor value) {
        var spread = value.get(0).t();
        var word = what.startsWith("backward")
                ? what.substring("backward".length()).toLowerCase(Locale.ROOT)
                : what;
        return new Band(
                layer,
                what,
                spread.copy().toFloatArray(),
                spread.size(0),
                spread.size(1),
                OPEN_OR_CLOSED.contains(word));
    }

    /** With a word for each time step. */
    public Gates words(String... tokens) {
        return words(Arrays.asList(tokens));
    }

    /** With a word for each time step. */
    public Gates words(List<String> tokens) {
        if (tokens.size() != bands.get(0).steps()) {
            throw new IllegalArgumentException(
                    "gates: expected " + bands.get(0).steps() + " words, one for each time step, got " + tokens.size());
        }
        return new Gates(bands, List.copyOf(tokens), dress());
    }

    @Override
    protected Gates with(UnaryOperator<Picture> other) {
        return new Gates(bands, steps, other);
    }

    @Override
    protected Drawing drawing() {
        var labels = steps.isEmpty()
                ? IntStream.range(0, bands.get(0).steps())
                        .mapToObj(String::valueOf)
                        .toList()
                : steps;
        return new BandChart(bands, labels);
    }
}

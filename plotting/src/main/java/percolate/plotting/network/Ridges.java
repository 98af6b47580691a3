package percolate.plotting.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import percolate.Run;
import percolate.Watched;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Picture;

/**
 * How the numbers of each layer are spread, epoch after epoch, as {@code watch} has kept them: a line for each epoch, each as
 * high as the others. Of many epochs and of many layers some are drawn, the first and the last among them.
 */
public final class Ridges extends Illustration<Ridges> {
    private static final List<String> KINDS = List.of("weights", "activations", "gradients");
    private static final int MOST_LAYERS = 24;
    private static final int MOST_EPOCHS = 12;
    private static final int MOST_SAID = 12;

    private final String what;
    private final List<Ridge> ridges;

    private Ridges(String what, List<Ridge> ridges, UnaryOperator<Picture> dress) {
        super(dress);
        this.what = what;
        this.ridges = ridges;
    }

    /**
     * @param what {@code gradients}, {@code weights} or {@code activations}
     * @throws IllegalArgumentException if that was not watched
     */
    public static Ridges of(Run run, String what) {
        Map<String, List<Watched>> layers = new LinkedHashMap<>();
        run.watched().stream().filter(its -> its.what().equals(what)).forEach(its -> layers.computeIfAbsent(
                        Layers.of(its), layer -> new ArrayList<>())
                .add(its));
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("histograms: expected what was watched over an epoch, got \"" + what
                    + "\", of which nothing is kept; train with "
                    + (KINDS.contains(what) ? "watch(\"" + what + "\")" : "watch(\"gradients\", \"weights\")"));
        }
        var ridges = new ArrayList<Ridge>();
        layers.forEach((layer, its) -> ridges.add(Ridge.of(layer, its)));
        return new Ridges(what, ridges, UnaryOperator.identity());
    }

    @Override
    protected Ridges with(UnaryOperator<Picture> other) {
        return new Ridges(what, ridges, other);
    }

    @Override
    protected Drawing drawing() {
        var drawn = new ArrayList<Ridge>();
        int shown = Math.min(MOST_LAYERS, ridges.size());
        for (int at = 0; at < shown; at++) {
            int index = shown == 1 ? 0 : Math.round(at * (ridges.size() - 1f) / (shown - 1));
            drawn.add(ridges.get(index).atMost(MOST_EPOCHS));
        }
        return new RidgeTable(drawn, KINDS.indexOf(what), note(shown), words());
    }

    private String note(int shown) {
        var parts = new ArrayList<String>();
        int epochs = epochs();
        parts.add(what + (epochs == 1 ? " after epoch 1" : " after each epoch, the first one at the back"));
        if (epochs > MOST_EPOCHS) {
            parts.add(MOST_EPOCHS + " of " + epochs + " epochs");
        }
        if (shown < ridges.size()) {
            parts.add(shown + " of " + ridges.size() + " layers");
        }
        return String.join("; ", parts);
    }

    private int epochs() {
        return ridges.get(0).lines().size();
    }

    private String words() {
        var said = ridges.stream()
                .limit(MOST_SAID)
                .map(ridge ->
                        ridge.layer() + " " + ridge.words(" to ") + (ridge.odd().isEmpty() ? "" : ", " + ridge.odd()))
                .collect(Collectors.joining("; "));
        return "how " + what + " of " + counted(ridges.size(), "layer") + " are spread over "
                + counted(epochs(), "epoch") + ": " + said + (ridges.size() > MOST_SAID ? "; …" : "");
    }

    private static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}

package percolate.plotting.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import percolate.Activations;
import percolate.Model;
import percolate.Tensor;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Picture;

/** What each layer makes of an image: its maps, with one range of colours for a layer. */
public final class FeatureMaps extends Illustration<FeatureMaps> {
    private static final int MOST_OF_EACH = 10;
    private static final int MOST_OF_ONE = 256;
    private static final int MOST_LAYERS = 20;
    private static final double SIDE = 60;

    private final Activations activations;
    private final List<String> layers;
    private final String only;

    private FeatureMaps(Activations activations, List<String> layers, String only, UnaryOperator<Picture> dress) {
        super(dress);
        this.activations = activations;
        this.layers = layers;
        this.only = only;
    }

    /** The first maps of every layer that has some. */
    public static FeatureMaps of(Model net, Tensor image) {
        var subject = Subject.of("featureMaps", net, image);
        var activations = net.activations(subject.x());
        var layers = net.names().stream()
                .filter(name -> activations.at(name).shape().rank() == 4)
                .toList();
        if (layers.isEmpty()) {
            throw new IllegalArgumentException(
                    "featureMaps: expected layers that give [channels, height, width], got none" + " among "
                            + net.names() + "; take histograms(net, x)");
        }
        return new FeatureMaps(activations, layers, null, UnaryOperator.identity());
    }

    /** All maps of one layer, by its name. */
    public FeatureMaps at(String layer) {
        if (!layers.contains(layer)) {
            throw new IllegalArgumentException("featureMaps: expected one of the layers with maps, " + layers
                    + ", got \"" + layer + "\"; name one of these");
        }
        return new FeatureMaps(activations, layers, layer, dress());
    }

    @Override
    protected FeatureMaps with(UnaryOperator<Picture> other) {
        return new FeatureMaps(activations, layers, only, other);
    }

    @Override
    protected Drawing drawing() {
        var shown = only == null ? chosen() : List.of(only);
        var rows = new ArrayList<Row>();
        var words = new ArrayList<String>();
        for (var layer : shown) {
            var maps = Maps.of(activations.at(layer));
            int count = Math.min(maps.count(), only == null ? MOST_OF_EACH : MOST_OF_ONE);
            rows.add(new Row(
                    layer, maps.words(count), tiles(maps, count), only != null && count <= 32 ? 1.6 * SIDE : SIDE));
            words.add(layer + " " + maps.words(maps.count()));
        }
        var note = shown.size() < layers.size() && only == null
                ? shown.size() + " of " + layers.size() + " layers; at(\"" + layers.get(layers.size() - 1)
                        + "\") shows one in full"
                : "";
        return new Sheet(rows, note, "feature maps: " + String.join("; ", words));
    }

    private static List<Tile> tiles(Maps maps, int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> new Tile(maps.field(at), ""))
                .toList();
    }

    /** All layers, of very many some at equal distances. */
    private List<String> chosen() {
        int count = Math.min(MOST_LAYERS, layers.size());
        return IntStream.range(0, count)
                .mapToObj(at -> layers.get(count == 1 ? 0 : Math.round(at * (layers.size() - 1f) / (count - 1))))
                .toList();
    }

    /** The maps of one layer for one image. */
    static final class Maps {
        private final float[] values;
        private final int count;
        private final int height;
        private final int width;
        private final Span range;

        Maps(float[] values, int count, int height, int width, Span range) {
            this.values = values;
            this.count = count;
            this.height = height;
            this.width = width;
            this.range = range;
        }

        /** @param activation [1, channels, height, width] */
        static Maps of(Tensor activation) {
            var values = activation.toFloatArray();
            return new Maps(values, activation.size(1), activation.size(2), activation.size(3), Span.of(values));
        }

        Field field(int at) {
            var span = range.anchored();
            return Field.of(values, at * height * width, height, width, span, span.shade());
        }

        String words(int shown) {
            var maps = count + (count == 1 ? " map of " : " maps of ") + height + " × " + width + ", " + range.words();
            return shown < count
                    ? "first " + shown + " of " + Digits.count(count) + maps.substring(maps.indexOf(' '))
                    : maps;
        }

        float[] values() {
            return values;
        }

        int count() {
            return count;
        }

        int height() {
            return height;
        }

        int width() {
            return width;
        }
    }
}

package percolate.plotting.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import percolate.Model;
import percolate.Tensor;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Picture;

/**
 * A layer's weights as images: the filters of a convolution, over three channels in their colours, over more with a tile for
 * each channel; for a dense layer over flat square images, what each unit looks for; else the whole matrix.
 */
public final class Kernels extends Illustration<Kernels> {
    private static final int MOST = 128;
    private static final int MOST_FILTERS = 16;
    private static final int MOST_CHANNELS = 12;
    private static final int LEAST_SIDE = 5;

    private final String layer;
    private final Tensor weight;

    private Kernels(String layer, Tensor weight, UnaryOperator<Picture> dress) {
        super(dress);
        this.layer = layer;
        this.weight = weight;
    }

    public static Kernels of(Model net, String layer) {
        var weights = net.weights();
        var weight = weights.get(layer + ".weight");
        if (weight == null || weight.shape().rank() < 2) {
            var names = weights.keySet().stream()
                    .filter(key ->
                            key.endsWith(".weight") && weights.get(key).shape().rank() >= 2)
                    .map(key -> key.substring(0, key.length() - ".weight".length()))
                    .toList();
            throw new IllegalArgumentException("kernels: expected a layer with a weight of two axes or more, one of "
                    + names + ", got \"" + layer + "\"; name one of these");
        }
        return new Kernels(layer, weight, UnaryOperator.identity());
    }

    @Override
    protected Kernels with(UnaryOperator<Picture> other) {
        return new Kernels(layer, weight, other);
    }

    @Override
    protected Drawing drawing() {
        var values = weight.toFloatArray();
        var range = Span.of(values);
        double most = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        var span = new Span(-most, most);
        var shape = weight.shape();
        boolean filters = shape.rank() == 4 && shape.get(1) != 1 && shape.get(1) != 3;
        var rows =
                filters ? byChannel(values, span) : List.of(new Row(layer, words(range), tiles(values, span), side()));
        return new Sheet(rows, note(filters), "weights of " + layer + ", " + words(range) + broken(values));
    }

    private double side() {
        return weight.shape().rank() == 2 && !seesImages() ? 300 : 62;
    }

    private String words(Span range) {
        return weight.shape() + ", " + range.words();
    }

    private static String broken(float[] values) {
        int count = 0;
        for (float value : values) {
            count += Float.isFinite(value) ? 0 : 1;
        }
        return count == 0 ? "" : "; " + Digits.count(count) + " are no finite numbers";
    }

    private List<Row> byChannel(float[] values, Span span) {
        int channels = weight.size(1);
        int height = weight.size(2);
        int width = weight.size(3);
        var rows = new ArrayList<Row>();
        for (int filter = 0; filter < Math.min(MOST_FILTERS, weight.size(0)); filter++) {
            int from = filter * channels;
            var tiles = IntStream.range(0, Math.min(MOST_CHANNELS, channels))
                    .mapToObj(channel -> new Tile(
                            Field.of(values, (from + channel) * height * width, height, width, span, Shade.SIGNED), ""))
                    .toList();
            rows.add(new Row("", "filter " + filter, tiles, 44));
        }
        return rows;
    }

    private List<Tile> tiles(float[] values, Span span) {
        var shape = weight.shape();
        if (shape.rank() == 2 && !seesImages()) {
            return List.of(new Tile(Field.of(values, 0, shape.get(0), shape.get(1), span, Shade.SIGNED), ""));
        }
        int count = Math.min(MOST, shape.rank() == 2 ? shape.get(1) : shape.get(0));
        return IntStream.range(0, count)
                .mapToObj(at -> new Tile(tile(values, at, span), ""))
                .toList();
    }

    private Field tile(float[] values, int at, Span span) {
        var shape = weight.shape();
        if (shape.rank() == 2) {
            int side = (int) Math.round(Math.sqrt(shape.get(0)));
            return Field.of(weight.get(":, " + at).toFloatArray(), 0, side, side, span, Shade.SIGNED);
        }
        int size = (int) (shape.elementCount() / shape.get(0));
        int width = shape.get(-1);
        if (shape.rank() == 4 && shape.get(1) == 3) {
            return Field.colored(values, at * size, shape.get(2), width, span);
        }
        return Field.of(values, at * size, size / width, width, span, Shade.SIGNED);
    }

    private boolean seesImages() {
        int inputs = weight.size(0);
        int side = (int) Math.round(Math.sqrt(inputs));
        return weight.shape().rank() == 2 && side * side == inputs && side >= LEAST_SIDE;
    }

    private String note(boolean filters) {
        int all = weight.shape().rank() == 2 ? weight.size(1) : weight.size(0);
        int shown = filters ? MOST_FILTERS : MOST;
        boolean whole = (weight.shape().rank() == 2 && !seesImages()) || all <= shown;
        var some = whole ? "" : "first " + shown + " of " + Digits.count(all);
        boolean cut = filters && weight.size(1) > MOST_CHANNELS;
        var channels = cut ? "first " + MOST_CHANNELS + " of " + Digits.count(weight.size(1)) + " channels" : "";
        return some + (some.isEmpty() || channels.isEmpty() ? "" : ", ") + channels;
    }
}

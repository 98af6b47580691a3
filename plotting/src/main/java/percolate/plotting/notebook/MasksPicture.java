package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import percolate.Dataset;
import percolate.Model;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.ImageGrid;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Tile;

/** Which class a network gives each pixel: the image, the truth, and the prediction with its intersection over union. */
public final class MasksPicture {
    private static final int MOST = 8;

    private final int[] truths;
    private final int[] predictions;
    private final int pixels;

    private MasksPicture(int[] truths, int[] predictions, int pixels) {
        this.truths = truths;
        this.predictions = predictions;
        this.pixels = pixels;
    }

    public static Picture of(Model net, Dataset data) {
        if (data.size() == 0) {
            throw new IllegalArgumentException("masks: there are no examples; give one or more");
        }
        int shown = Math.min(MOST, data.size());
        var x = data.x().slice(0, 0, shown);
        var images = Images.of("masks", x);
        var outputs = net.predict(x);
        var y = data.y().slice(0, 0, shown);
        int pixels = images.pixels();
        if (y.shape().elementCount() != (long) shown * pixels) {
            throw new ShapeException("masks: expected the class of each pixel, [batch, height, width], got targets "
                    + data.y().shape() + " for images " + data.x().shape() + "; make them with masks()");
        }
        var masks = new MasksPicture(ints(y.toDoubleArray()), classes(outputs, shown, pixels), pixels);
        return Picture.of(masks.drawing(images, shown, data.size()));
    }

    private static int[] ints(double[] values) {
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }

    /** Of [batch, classes, height, width] the class with the largest output; of a single one, whether it is said yes. */
    private static int[] classes(Tensor outputs, int shown, int pixels) {
        var shape = outputs.shape();
        long each = shape.elementCount() / shown;
        if (each % pixels != 0 || shape.rank() < 3) {
            throw new ShapeException(
                    "masks: expected a network with outputs for each pixel of the image, [batch, classes,"
                            + " height, width], got " + shape + "; end it in conv2d(classes, 1) at the image's size");
        }
        if (each > pixels) {
            return ints(outputs.argmax(1).toDoubleArray());
        }
        var values = outputs.toDoubleArray();
        boolean shares = Arrays.stream(values).allMatch(value -> value >= 0 && value <= 1);
        return Arrays.stream(values)
                .mapToInt(value -> value > (shares ? 0.5 : 0) ? 1 : 0)
                .toArray();
    }

    private ImageGrid drawing(Images images, int shown, int all) {
        var tiles = new ArrayList<Tile>();
        for (int at = 0; at < shown; at++) {
            var image = images.pixels(at);
            int from = at * pixels;
            tiles.add(new Tile(image, List.of("example " + at), Optional.empty()));
            tiles.add(new Tile(image.with(part(truths, from)), List.of("truth"), Optional.empty()));
            var overlap = "IoU " + Digits.of(overlap(from, from + pixels), 2);
            tiles.add(new Tile(image.with(part(predictions, from)), List.of(overlap), Optional.empty()));
        }
        var mean = "mean IoU " + Digits.of(overlap(0, shown * pixels));
        var note = (shown < all ? "first " + shown + " of " + Digits.count(all) + ", " : "") + mean;
        return new ImageGrid(tiles, note, "masks over " + images.words() + ": " + note).inGroupsOf(3);
    }

    private int[] part(int[] values, int from) {
        return Arrays.copyOfRange(values, from, from + pixels);
    }

    /** The mean over classes that occur of |truth ∩ prediction| / |truth ∪ prediction|. */
    private double overlap(int from, int to) {
        var classes = new TreeSet<Integer>();
        IntStream.range(from, to).forEach(at -> {
            classes.add(truths[at]);
            classes.add(predictions[at]);
        });
        return classes.stream()
                .mapToDouble(label -> overlap(label, from, to))
                .average()
                .orElse(0);
    }

    private double overlap(int label, int from, int to) {
        int both = 0;
        int either = 0;
        for (int at = from; at < to; at++) {
            both += truths[at] == label && predictions[at] == label ? 1 : 0;
            either += truths[at] == label || predictions[at] == label ? 1 : 0;
        }
        return (double) both / either;
    }
}

package percolate.plotting.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import percolate.ShapeException;
import percolate.Tensor;

/**
 * A window that moves over an image and keeps the largest number below it, or with {@code average()} their mean. It moves by
 * its own size unless said. Padding counts as zeros in a mean, and as nothing in a maximum.
 */
public final class PoolingSteps extends Moving<PoolingSteps> {
    private static final int MOST_WRITTEN = 16;

    private final Grids image;
    private final Window window;
    private final boolean average;

    private PoolingSteps(Show show, Grids image, Window window, boolean average) {
        super(show);
        this.image = image;
        this.window = window;
        this.average = average;
    }

    /** @param image [height, width], or [1, height, width] */
    public static PoolingSteps of(Tensor image, int size) {
        var x = Grids.of("pooling: the image", image);
        if (x.channels() != 1) {
            throw new ShapeException("pooling: expected one channel, for each is pooled by itself, got " + image.shape()
                    + "; take one, such as image.get(0)");
        }
        if (size < 1) {
            throw new IllegalArgumentException("pooling: expected a window of 1 or more, got " + size + "; 2 is usual");
        }
        return new PoolingSteps(Show.USUAL, x, new Window(size, size, size, 0, 1), false);
    }

    @Override
    PoolingSteps with(Show other) {
        return new PoolingSteps(other, image, window, average);
    }

    /** The mean of each window in place of its largest number. */
    public PoolingSteps average() {
        return new PoolingSteps(show(), image, window, true);
    }

    /** How many cells the window moves at a time; its own size unless said. */
    public PoolingSteps stride(int cells) {
        return new PoolingSteps(show(), image, window.withStride(cells), average);
    }

    /** How many empty cells stand around the image; at most half a window. */
    public PoolingSteps padding(int cells) {
        if (cells > window.rows() / 2) {
            throw new IllegalArgumentException("pooling.padding: expected at most half a window, " + window.rows() / 2
                    + ", got " + cells + "; a window must meet the image");
        }
        return new PoolingSteps(show(), image, window.withPadding(cells), average);
    }

    private Grids padded() {
        return image.padded(window.padding(), average ? 0 : Double.NaN);
    }

    Grids result() {
        var padded = padded();
        int high = window.placesDown("pooling", padded.rows());
        int wide = window.placesAcross("pooling", padded.columns());
        var values = new double[high * wide];
        Arrays.setAll(values, at -> value(below(padded, at / wide, at % wide)));
        return new Grids(values, 1, high, wide);
    }

    private double[] below(Grids padded, int down, int across) {
        return window.cells(down, across, padded.columns()).stream()
                .mapToDouble(cell -> padded.values()[cell])
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private double value(double[] below) {
        var numbers = Arrays.stream(below);
        return average ? numbers.sum() / below.length : numbers.max().orElseThrow();
    }

    @Override
    List<SheetsFrame> make() {
        var padded = padded();
        var result = result();
        var frames = new ArrayList<SheetsFrame>();
        for (int at = 0; at < result.values().length; at++) {
            int down = at / result.columns();
            int across = at % result.columns();
            var sheets = List.of(
                    List.of(padded.sheet("image " + image.size(), 0, window.padding())
                            .choosing(window.cells(down, across, padded.columns()))),
                    List.of(result.begun("result " + result.size(), at + 1).choosing(Set.of(at))));
            var lines = lines(down, across, below(padded, down, across), result.values()[at]);
            frames.add(new SheetsFrame(sheets, List.of("→"), lines, 2, String.join(", ", lines)));
        }
        return frames;
    }

    private List<String> lines(int down, int across, double[] below, double value) {
        var place = "row " + down + ", column " + across + " of the result: the "
                + (average ? "mean of " : "largest of ") + below.length + " is " + Written.of(value);
        var numbers = Arrays.stream(below)
                .limit(MOST_WRITTEN)
                .mapToObj(average ? Written::inner : Written::of)
                .collect(Collectors.joining(average ? " + " : ", "));
        var all = below.length > MOST_WRITTEN ? numbers + (average ? " + …" : ", …") : numbers;
        return List.of(
                place,
                average
                        ? "(" + all + ") / " + below.length + " = " + Written.of(value)
                        : "max(" + all + ") = " + Written.of(value));
    }

    @Override
    public String alt() {
        var result = result();
        return (average ? "average" : "max") + " pooling of an image of " + image.size() + " with a window of "
                + window.rows() + " × " + window.columns() + window.words(window.rows()) + ": " + result.size()
                + " numbers" + (result.values().length > MOST_WRITTEN ? "" : ", " + result.written());
    }
}

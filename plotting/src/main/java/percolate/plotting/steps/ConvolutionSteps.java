package percolate.plotting.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.ShapeException;
import percolate.Tensor;

/**
 * A kernel that moves over an image, with the sum of its products written out at each place:
 * y[i, j] = b + Σ x[s·i + d·m, s·j + d·n] · k[m, n] over all channels, rows m and columns n of the kernel, as libraries compute
 * it, without turning the kernel around. {@code transposed()}: each number of the image times the kernel is added to the result.
 */
public final class ConvolutionSteps extends Moving<ConvolutionSteps> {
    private static final int MOST_LINES = 8;
    private static final int WIDEST = 7;

    private final Grids image;
    private final Grids kernel;
    private final Window window;
    private final double bias;
    private final boolean transposed;

    private ConvolutionSteps(Show show, Grids image, Grids kernel, Window window, double bias, boolean transposed) {
        super(show);
        this.image = image;
        this.kernel = kernel;
        this.window = window;
        this.bias = bias;
        this.transposed = transposed;
    }

    /**
     * @param image [height, width] or [channels, height, width]
     * @param kernel likewise, with as many channels
     */
    public static ConvolutionSteps of(Tensor image, Tensor kernel) {
        var x = Grids.of("convolution: the image", image);
        var k = Grids.of("convolution: the kernel", kernel);
        if (x.channels() != k.channels()) {
            throw new ShapeException("convolution: expected a kernel with as many channels as the image, "
                    + x.channels() + ", got " + kernel.shape() + "; give one sheet of weights for each channel");
        }
        return new ConvolutionSteps(Show.USUAL, x, k, Window.of(k.rows(), k.columns()), 0, false);
    }

    @Override
    ConvolutionSteps with(Show other) {
        return new ConvolutionSteps(other, image, kernel, window, bias, transposed);
    }

    private ConvolutionSteps with(Window other) {
        return new ConvolutionSteps(show(), image, kernel, other, bias, transposed);
    }

    /** How many cells the kernel moves at a time. */
    public ConvolutionSteps stride(int cells) {
        return with(window.withStride(cells));
    }

    /** How many zeros stand around the image; transposed, how many cells around the result are cut off. */
    public ConvolutionSteps padding(int cells) {
        return with(window.withPadding(cells));
    }

    /** How far the kernel's cells stand apart; 1 is side by side. */
    public ConvolutionSteps dilation(int cells) {
        return with(window.withDilation(cells));
    }

    /** A number that is added to each sum. */
    public ConvolutionSteps bias(Number value) {
        return new ConvolutionSteps(show(), image, kernel, window, value.doubleValue(), transposed);
    }

    /** The other way round, as in a decoder: a small image becomes a large one. */
    public ConvolutionSteps transposed() {
        return new ConvolutionSteps(show(), image, kernel, window, bias, true);
    }

    /** What comes out, [height, width] in row-major order, as {@code conv2d} would give it. */
    Grids result() {
        return transposed ? cut(spread(image.values().length)) : swept();
    }

    @Override
    List<SheetsFrame> make() {
        var result = result();
        return transposed ? spreading(result) : sweeping(result);
    }

    @Override
    public String alt() {
        var result = result();
        return (transposed ? "transposed convolution" : "convolution") + " of an image of " + image.size()
                + " with a kernel of " + kernel.size() + window.words(1)
                + (bias == 0 ? "" : ", bias " + Written.of(bias)) + ": " + result.size() + " numbers"
                + (result.values().length > 16 ? "" : ", " + result.written());
    }

    // The kernel moves over the image

    private Grids swept() {
        var padded = image.padded(window.padding(), 0);
        int high = window.placesDown("convolution", padded.rows());
        int wide = window.placesAcross("convolution", padded.columns());
        var sums = new double[high * wide];
        Arrays.setAll(sums, at -> bias + sum(padded, at / wide, at % wide));
        return new Grids(sums, 1, high, wide);
    }

    private double sum(Grids padded, int down, int across) {
        double sum = 0;
        for (int at = 0; at < kernel.values().length; at++) {
            sum += kernel.values()[at] * below(padded, at, down, across);
        }
        return sum;
    }

    /** The number of the image below one of the kernel's. */
    private double below(Grids padded, int at, int down, int across) {
        int cells = kernel.rows() * kernel.columns();
        int row = at / kernel.columns() % kernel.rows();
        return padded.at(at / cells, window.row(down, row), window.column(across, at % kernel.columns()));
    }

    private List<SheetsFrame> sweeping(Grids result) {
        var padded = image.padded(window.padding(), 0);
        var frames = new ArrayList<SheetsFrame>();
        for (int at = 0; at < result.values().length; at++) {
            int down = at / result.columns();
            int across = at % result.columns();
            var below = window.cells(down, across, padded.columns());
            var soFar = result.begun("result " + result.size(), at + 1).choosing(Set.of(at));
            var lines = sumLines(padded, down, across, result.values()[at]);
            frames.add(frame(sheets("image", padded, window.padding(), below), List.of(soFar), lines));
        }
        return frames;
    }

    private List<String> sumLines(Grids padded, int down, int across, double sum) {
        var lines = new ArrayList<String>();
        int products = kernel.values().length;
        lines.add("row " + down + ", column " + across + " of the result: " + products
                + (products == 1 ? " product" : " products")
                + (bias != 0 ? " and the bias sum to " : products == 1 ? " sums to " : " sum to ") + Written.of(sum));
        if (isWritten()) {
            for (int from = 0; from < products; from += kernel.columns()) {
                lines.add((from == 0 ? "   " : "+ ") + products(padded, down, across, from));
            }
            int last = lines.size() - 1;
            var rest = (bias == 0 ? "" : " + " + Written.inner(bias)) + " = " + Written.of(sum);
            lines.set(last, lines.get(last) + rest);
        }
        return lines;
    }

    /** The products of one row of the kernel, from its first number on. */
    private String products(Grids padded, int down, int across, int from) {
        return IntStream.range(from, from + kernel.columns())
                .mapToObj(at -> {
                    double x = below(padded, at, down, across);
                    return (at == 0 ? Written.of(x) : Written.inner(x)) + "·" + Written.inner(kernel.values()[at]);
                })
                .collect(Collectors.joining(" + "));
    }

    /** Whether there is room to write the products out. */
    private boolean isWritten() {
        return kernel.columns() <= WIDEST && kernel.channels() * kernel.rows() < MOST_LINES;
    }

    // The image's numbers spread over the result

    /** The sums with the rim that padding cuts off, after so many numbers of the image. */
    private Grids spread(int count) {
        int high = window.coveredDown(image.rows());
        int wide = window.coveredAcross(image.columns());
        var sums = new double[high * wide];
        Arrays.fill(sums, bias);
        int cells = kernel.rows() * kernel.columns();
        int places = image.rows() * image.columns();
        for (int at = 0; at < count; at++) {
            for (int k = 0; k < cells; k++) {
                int row = window.row(at / image.columns() % image.rows(), k / kernel.columns());
                int column = window.column(at % image.columns(), k % kernel.columns());
                sums[row * wide + column] += image.values()[at] * kernel.values()[at / places * cells + k];
            }
        }
        return new Grids(sums, 1, high, wide);
    }

    private Grids cut(Grids all) {
        int by = window.padding();
        int high = all.rows() - 2 * by;
        int wide = all.columns() - 2 * by;
        if (high < 1 || wide < 1) {
            throw new ShapeException("convolution: expected a padding that leaves some of the result of " + all.size()
                    + ", got " + by + "; a smaller one cuts less off");
        }
        var values = new double[high * wide];
        Arrays.setAll(values, at -> all.at(0, at / wide + by, at % wide + by));
        return new Grids(values, 1, high, wide);
    }

    private List<SheetsFrame> spreading(Grids result) {
        var frames = new ArrayList<SheetsFrame>();
        int places = image.rows() * image.columns();
        for (int at = 0; at < image.values().length; at++) {
            int row = at / image.columns() % image.rows();
            int column = at % image.columns();
            var before = spread(at);
            var after = spread(at + 1);
            var covered = window.cells(row, column, after.columns());
            var sheet = after.sheet("result " + result.size(), 0, window.padding())
                    .among(result.values())
                    .choosing(covered);
            var lines = spreadLines(before, row, column, image.values()[at], at / places);
            var sheets = new ArrayList<Sheet>();
            for (int channel = 0; channel < image.channels(); channel++) {
                var chosen = channel == at / places ? Set.of(at % places) : Set.<Integer>of();
                sheets.add(
                        image.sheet(name("image", image, channel), channel, 0).choosing(chosen));
            }
            frames.add(frame(sheets, List.of(sheet), lines));
        }
        return frames;
    }

    private List<String> spreadLines(Grids before, int down, int across, double value, int channel) {
        var lines = new ArrayList<String>();
        lines.add("row " + down + ", column " + across + " of the image: its " + Written.of(value)
                + " times the kernel is added to the result");
        if (isWritten()) {
            for (int row = 0; row < kernel.rows(); row++) {
                int at = row;
                lines.add(IntStream.range(0, kernel.columns())
                        .mapToObj(column -> added(
                                before.at(0, window.row(down, at), window.column(across, column)),
                                value,
                                kernel.at(channel, at, column)))
                        .collect(Collectors.joining(",   ")));
            }
        }
        return lines;
    }

    private static String added(double before, double value, double weight) {
        return Written.of(before) + " + " + Written.product(value, weight) + " = "
                + Written.of(before + value * weight);
    }

    // Both

    private static String name(String what, Grids grids, int channel) {
        return grids.channels() == 1 ? what + " " + grids.size() : what + " [" + channel + "]";
    }

    private List<Sheet> sheets(String what, Grids padded, int rim, Set<Integer> chosen) {
        return IntStream.range(0, padded.channels())
                .mapToObj(channel ->
                        padded.sheet(name(what, image, channel), channel, rim).choosing(chosen))
                .toList();
    }

    private SheetsFrame frame(List<Sheet> images, List<Sheet> result, List<String> lines) {
        var kernels = IntStream.range(0, kernel.channels())
                .mapToObj(channel -> kernel.sheet(name("kernel", kernel, channel), channel, 0))
                .toList();
        int room = isWritten() ? 1 + (transposed ? kernel.rows() : kernel.channels() * kernel.rows()) : 1;
        return new SheetsFrame(
                List.of(images, kernels, result),
                List.of(transposed ? "×" : "∗", "→"),
                lines,
                room,
                String.join(" ", lines).replaceAll("\\s+", " "));
    }
}

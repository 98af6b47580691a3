package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** How many values lie in each of some equal ranges: a histogram. */
public final class Bins implements Mark {
    private static final int FEWEST = 5;
    private static final int MOST = 60;
    /** Whole numbers of so many kinds get a bar each. */
    private static final int MOST_WHOLE = 40;

    private final String name;
    private final double from;
    private final double width;
    private final long[] counts;
    private final int gaps;

    private Bins(String name, double from, double width, long[] counts, int gaps) {
        this.name = Objects.requireNonNull(name);
        this.from = from;
        this.width = width;
        this.counts = counts;
        this.gaps = gaps;
    }

    /**
     * Counts values. A range is 2·IQR/n^⅓ wide; whole numbers that span at most 40 get one each.
     *
     * @see <a href="https://doi.org/10.1007/BF01025868">Freedman and Diaconis 1981</a>
     */
    public static Bins of(double... values) {
        var sorted = sorted(values);
        if (sorted.length == 0) {
            return new Bins("", 0, 1, new long[0], values.length);
        }
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        if (high - low <= MOST_WHOLE && Arrays.stream(sorted).allMatch(value -> value == Math.rint(value))) {
            return counted(values.length, sorted, low - 0.5, 1, (int) (high - low) + 1);
        }
        double step =
                2 * (Quartiles.quantile(sorted, 0.75) - Quartiles.quantile(sorted, 0.25)) / Math.cbrt(sorted.length);
        int count = step > 0 ? (int) Math.min(MOST, Math.max(FEWEST, Math.ceil((high - low) / step))) : 30;
        return of(values, count);
    }

    /** Counts values in so many ranges. */
    public static Bins of(double[] values, int count) {
        if (count < 1 || count > 10_000) {
            throw new IllegalArgumentException(
                    "histogram: the number of bins lies between 1 and 10,000, got " + count + "; give for example 30");
        }
        var sorted = sorted(values);
        if (sorted.length == 0) {
            return new Bins("", 0, 1, new long[0], values.length);
        }
        var range = Axis.linear(sorted[0], sorted[sorted.length - 1]);
        return counted(values.length, sorted, range.min(), (range.max() - range.min()) / count, count);
    }

    private static double[] sorted(double[] values) {
        return Arrays.stream(values).filter(Extent::takes).sorted().toArray();
    }

    private static Bins counted(int all, double[] values, double from, double width, int count) {
        var counts = new long[count];
        for (double value : values) {
            counts[(int) Math.min(count - 1, Math.max(0, Math.floor((value - from) / width)))]++;
        }
        return new Bins("", from, width, counts, all - values.length);
    }

    /** A plot of them. */
    public Plot plot() {
        return Plot.of(List.of(this))
                .withTitles("value", "count")
                .withFrame(Frame.DATA.within(0, Double.POSITIVE_INFINITY));
    }

    @Override
    public Bins named(String other) {
        return new Bins(other, from, width, counts, gaps);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Extent x() {
        return counts.length == 0 ? Extent.NONE : Extent.of(from, from + width * counts.length);
    }

    @Override
    public Extent y() {
        return Extent.of(Arrays.stream(counts).asDoubleStream().toArray()).and(new Extent(0, 0, 1));
    }

    @Override
    public void paint(Graphics2D g, Axes axes, Pen pen) {
        g.setColor(pen.color());
        double base = axes.vertical().takes(0) ? axes.y(0) : axes.area().getMaxY();
        for (int at = 0; at < counts.length; at++) {
            double left = axes.x(from + at * width);
            double right = axes.x(from + (at + 1) * width);
            if (counts[at] > 0) {
                double top = axes.y((double) counts[at]);
                g.fill(new Rectangle2D.Double(left, top, right - left - (right - left > 4 ? 1 : 0), base - top));
            }
        }
    }

    @Override
    public int gaps(Axis horizontal, Axis vertical) {
        return gaps;
    }

    @Override
    public String words() {
        int most = 0;
        for (int at = 0; at < counts.length; at++) {
            most = counts[at] > counts[most] ? at : most;
        }
        if (counts.length == 0) {
            return "histogram without a value";
        }
        return "histogram of " + Digits.count(Arrays.stream(counts).sum()) + " values from " + Digits.of(from) + " to "
                + Digits.of(from + width * counts.length) + " in " + counts.length + " bins, most, "
                + Digits.count(counts[most]) + ", from " + Digits.of(from + most * width) + " to "
                + Digits.of(from + (most + 1) * width);
    }
}

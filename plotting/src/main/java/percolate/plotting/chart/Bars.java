package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Bars from 0 to their values, one at each of 0, 1, 2, …; several stand side by side in their slots. */
public final class Bars implements Mark {
    private static final double SHARE = 0.76;
    private static final double LABEL_HEIGHT = 12;

    private final String name;
    private final double[] values;
    private final List<String> places;
    private final int slot;
    private final int slots;

    private Bars(String name, double[] values, List<String> places, int slot, int slots) {
        this.name = Objects.requireNonNull(name);
        this.values = values;
        this.places = places;
        this.slot = slot;
        this.slots = slots;
    }

    /**
     * A plot of bars over named places, several side by side.
     *
     * @param places a name for each value
     * @param names of the groups; empty for a single one
     * @param groups values of each group, as many as there are places
     */
    public static Plot plot(List<String> places, List<String> names, List<double[]> groups) {
        var bars = new ArrayList<Bars>();
        for (int slot = 0; slot < groups.size(); slot++) {
            var values = groups.get(slot).clone();
            if (values.length != places.size()) {
                throw new IllegalArgumentException("bars: expected one name for each of " + values.length
                        + " values, got " + places.size() + "; give as many");
            }
            bars.add(
                    new Bars(names.isEmpty() ? "" : names.get(slot), values, List.copyOf(places), slot, groups.size()));
        }
        var least = bars.stream().map(Mark::y).reduce(Extent.NONE, Extent::and).low();
        var frame = Frame.DATA.withX(Axis.named(places));
        return Plot.of(bars).withFrame(least >= 0 ? frame.within(0, Double.POSITIVE_INFINITY) : frame);
    }

    @Override
    public Bars named(String other) {
        return new Bars(other, values, places, slot, slots);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Extent x() {
        return Extent.of(-0.5, values.length - 0.5);
    }

    @Override
    public Extent y() {
        return Extent.of(values).and(new Extent(0, 0, Double.POSITIVE_INFINITY));
    }

    @Override
    public void paint(Graphics2D g, Axes axes, Pen pen) {
        double place = axes.area().getWidth() / Math.max(1, values.length);
        double width = Math.max(0.5, place * (place > 3 ? SHARE : 1) / slots);
        double base = axes.vertical().takes(0) ? axes.y(0) : axes.area().getMaxY();
        for (int at = 0; at < values.length; at++) {
            if (axes.takes(at, values[at])) {
                double left = axes.x(at) + (slot - slots / 2.0) * width;
                double end = axes.y(values[at]);
                g.setColor(pen.color());
                g.fill(new Rectangle2D.Double(
                        left, Math.min(base, end), width - (slots > 1 ? 0.5 : 0), Math.abs(end - base)));
                label(g, values[at], left + width / 2, end, width, axes, pen);
            }
        }
    }

    /** Its value beyond its end, where there is room. */
    private void label(Graphics2D g, double value, double x, double end, double width, Axes axes, Pen pen) {
        var label = new Label(Digits.of(value), pen.theme().small(), pen.theme().muted());
        double y = value < 0 ? end + LABEL_HEIGHT : end - 4;
        boolean fits = y - LABEL_HEIGHT > axes.area().getY() - LABEL_HEIGHT
                && y < axes.area().getMaxY() + 2;
        if (width > 14 && fits && label.width(g) <= width / SHARE) {
            label.centred(g, x, y);
        }
    }

    @Override
    public void sample(Graphics2D g, double left, double middle, double width, Pen pen) {
        g.setColor(pen.color());
        g.fill(new Rectangle2D.Double(left + width - 11, middle - 5, 11, 10));
    }

    @Override
    public int gaps(Axis horizontal, Axis vertical) {
        int count = 0;
        for (double value : values) {
            count += vertical.takes(value) ? 0 : 1;
        }
        return count;
    }

    @Override
    public String words() {
        int low = -1;
        int high = -1;
        for (int at = 0; at < values.length; at++) {
            if (Extent.takes(values[at])) {
                low = low < 0 || values[at] < values[low] ? at : low;
                high = high < 0 || values[at] > values[high] ? at : high;
            }
        }
        var said = (name.isEmpty() ? "" : name + " of ")
                + Digits.count(values.length)
                + (values.length == 1 ? " bar" : " bars");
        return low < 0
                ? said
                : said + ", lowest " + Digits.of(values[low]) + " at " + places.get(low) + ", highest "
                        + Digits.of(values[high]) + " at " + places.get(high);
    }
}

package percolate.plotting.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How several groups of values are spread: a box from quartile to quartile, whiskers, and dots for outliers. */
public final class Boxes implements Mark {
    private static final double SHARE = 0.5;
    private static final double WIDEST = 46;
    private static final int MOST_SAID = 8;

    private final List<String> names;
    private final List<double[]> groups;
    private final List<Optional<Quartiles>> boxes;

    private Boxes(List<String> names, List<double[]> groups) {
        this.names = List.copyOf(names);
        this.groups = List.copyOf(groups);
        this.boxes = groups.stream()
                .map(values -> Arrays.stream(values).filter(Extent::takes).toArray())
                .map(values -> values.length == 0 ? Optional.<Quartiles>empty() : Optional.of(Quartiles.of(values)))
                .toList();
    }

    /** A plot of groups of values, one box each. */
    public static Plot plot(List<String> names, List<double[]> groups) {
        if (names.size() != groups.size()) {
            throw new IllegalArgumentException("boxes: expected one name for each of " + groups.size() + " groups, got "
                    + names.size() + "; give as many");
        }
        var frame = Frame.DATA.withX(Axis.named(names));
        return Plot.of(List.of(new Boxes(names, groups))).withFrame(frame);
    }

    @Override
    public Boxes named(String other) {
        return this;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public Extent x() {
        return Extent.of(-0.5, groups.size() - 0.5);
    }

    @Override
    public Extent y() {
        return groups.stream().map(Extent::of).reduce(Extent.NONE, Extent::and);
    }

    @Override
    public void paint(Graphics2D g, Axes axes, Pen pen) {
        double width = Math.min(WIDEST, Math.max(1, SHARE * axes.area().getWidth() / Math.max(1, groups.size())));
        for (int at = 0; at < boxes.size(); at++) {
            double x = axes.x(at);
            boxes.get(at).ifPresent(box -> paint(g, box, x, width, axes, pen));
        }
    }

    private static void paint(Graphics2D g, Quartiles box, double x, double width, Axes axes, Pen pen) {
        var color = pen.color();
        g.setColor(color);
        g.setStroke(new BasicStroke(1.2f));
        if (axes.takes(0, box.lowWhisker())) {
            g.draw(new Line2D.Double(x, axes.y(box.lowWhisker()), x, axes.y(box.highWhisker())));
            double top = axes.y(box.high());
            var shape = new Rectangle2D.Double(x - width / 2, top, width, Math.max(0.5, axes.y(box.low()) - top));
            g.setColor(Theme.mix(pen.theme().ground(), color, 0.3));
            g.fill(shape);
            g.setColor(color);
            g.draw(shape);
            g.setStroke(new BasicStroke(2.4f));
            double middle = axes.y(box.median());
            g.draw(new Line2D.Double(x - width / 2, middle, x + width / 2, middle));
        }
        for (double outlier : box.outliers()) {
            if (axes.takes(0, outlier)) {
                Dot.of(0).paint(g, x, axes.y(outlier), Math.min(2.4, width));
            }
        }
    }

    @Override
    public int gaps(Axis horizontal, Axis vertical) {
        return (int) groups.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(value -> !vertical.takes(value))
                .count();
    }

    @Override
    public String words() {
        var said = IntStream.range(0, Math.min(MOST_SAID, boxes.size()))
                .mapToObj(at ->
                        names.get(at) + " " + boxes.get(at).map(Boxes::words).orElse("without a value"))
                .collect(Collectors.joining("; "));
        return groups.size() + (groups.size() == 1 ? " box: " : " boxes: ") + said;
    }

    private static String words(Quartiles box) {
        int beyond = box.outliers().size();
        return "median " + Digits.of(box.median()) + ", half of the values from " + Digits.of(box.low()) + " to "
                + Digits.of(box.high())
                + (beyond == 0 ? "" : ", " + Digits.count(beyond) + (beyond == 1 ? " outlier" : " outliers"));
    }
}

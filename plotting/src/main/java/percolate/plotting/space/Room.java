package percolate.plotting.space;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Label;
import percolate.plotting.chart.Size;
import percolate.plotting.chart.Theme;

/**
 * Points in space within the edges of a box, seen from a corner: what is nearer is larger and stronger, and hides what is
 * behind it.
 *
 * @param degrees by which the box is turned around its upright axis
 * @param axes the words at its three axes
 * @param told takes the place of each point
 */
record Room(Cloud cloud, double degrees, List<String> axes, Consumer<Hover> told) implements Drawing {
    private static final double TILT = Math.toRadians(22);
    private static final double DISTANCE = 5;
    private static final double LEGEND = 24;

    /** A place on the picture: {@code depth} grows away from the eye. */
    private record Seen(double x, double y, double depth) {}

    @Override
    public Size size() {
        return new Size(480, 420);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        double scale = Math.min(width, height - LEGEND) * 0.36;
        double middleX = width / 2;
        double middleY = LEGEND + (height - LEGEND) * 0.47;
        edges(g, scale, middleX, middleY, theme);
        var seen = IntStream.range(0, cloud.size())
                .mapToObj(at -> seen(within(0, at), within(1, at), within(2, at)))
                .toList();
        IntStream.range(0, cloud.size())
                .boxed()
                .sorted(Comparator.comparing(at -> -seen.get(at).depth))
                .forEach(at -> {
                    double x = middleX + seen.get(at).x * scale;
                    double y = middleY - seen.get(at).y * scale;
                    dot(g, x, y, seen.get(at).depth, cloud.label(at), theme);
                    Titles.tell(g, x, y, cloud.title(at), told);
                });
        legend(g, width, theme);
    }

    /** From −1 to 1 within what the points take. */
    private double within(int dimension, int at) {
        var all = cloud.along(dimension);
        double low = Arrays.stream(all).min().orElse(0);
        double high = Arrays.stream(all).max().orElse(0);
        return high > low ? 2 * (cloud.at(dimension, at) - low) / (high - low) - 1 : 0;
    }

    private Seen seen(double x, double y, double z) {
        double turn = Math.toRadians(degrees);
        double across = x * Math.cos(turn) - y * Math.sin(turn);
        double away = x * Math.sin(turn) + y * Math.cos(turn);
        double up = z * Math.cos(TILT) + away * Math.sin(TILT);
        double depth = away * Math.cos(TILT) - z * Math.sin(TILT);
        double nearness = DISTANCE / (DISTANCE + depth);
        return new Seen(across * nearness * 0.78, up * nearness * 0.78, depth);
    }

    private void edges(Graphics2D g, double scale, double middleX, double middleY, Theme theme) {
        for (int axis = 0; axis < 3; axis++) {
            for (int corner = 0; corner < 4; corner++) {
                var from = new double[] {-1, -1, -1};
                from[(axis + 1) % 3] = corner % 2 == 0 ? -1 : 1;
                from[(axis + 2) % 3] = corner < 2 ? -1 : 1;
                var to = from.clone();
                to[axis] = 1;
                var one = seen(from[0], from[1], from[2]);
                var other = seen(to[0], to[1], to[2]);
                g.setColor(corner == 0 ? theme.muted() : theme.grid());
                g.setStroke(new BasicStroke(corner == 0 ? 1.4f : 1));
                g.draw(new Line2D.Double(
                        middleX + one.x * scale,
                        middleY - one.y * scale,
                        middleX + other.x * scale,
                        middleY - other.y * scale));
                if (corner == 0) {
                    double x = middleX + other.x * scale * 1.08;
                    double y = middleY - other.y * scale * 1.08;
                    var first = axes.get(axis).replaceAll(",.*", "");
                    new Label(first, theme.small(), theme.muted()).centred(g, x, y + 4);
                }
            }
        }
    }

    private static void dot(Graphics2D g, double x, double y, double depth, int label, Theme theme) {
        double radius = 3.6 * DISTANCE / (DISTANCE + depth);
        double faded = Math.min(0.65, Math.max(0, (depth + 1.2) / 3.6));
        var circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setColor(Theme.mix(theme.color(label), theme.ground(), faded));
        g.fill(circle);
        g.setColor(theme.ground());
        g.setStroke(new BasicStroke(0.6f));
        g.draw(circle);
    }

    private void legend(Graphics2D g, double width, Theme theme) {
        double right = width;
        for (int label = cloud.classes().size() - 1; label >= 0; label--) {
            var name = new Label(cloud.classes().get(label), theme.small(), theme.muted()).within(g, 110);
            if (!name.text().isEmpty() && right > 40) {
                name.right(g, right, 12);
                right -= name.width(g) + 12;
                g.setColor(theme.color(label));
                g.fill(new Ellipse2D.Double(right, 4.5, 8, 8));
                right -= 12;
            }
        }
    }

    @Override
    public String alt() {
        var counts = IntStream.range(0, cloud.classes().size())
                .filter(label -> !cloud.classes().get(label).isEmpty())
                .mapToObj(label -> cloud.classes().get(label) + " "
                        + IntStream.range(0, cloud.size())
                                .filter(at -> cloud.label(at) == label)
                                .count())
                .collect(Collectors.joining(", "));
        return Digits.count(cloud.size()) + " points in space along " + String.join("; ", axes)
                + (counts.isEmpty() ? "" : ": " + counts);
    }
}

package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The path of one line, thinned to what can be seen: of the points that follow each other within one column of device
 * pixels the first, the lowest, the highest and the last remain.
 */
final class Curve {
    private static final double DOT_RADIUS = 2.8;
    private static final int MOST_DOTS = 60;
    /** Java2D slows down with the square of how often a path crosses itself. */
    private static final int LONGEST_PATH = 5000;

    private static final int PIECE = 64;

    private final List<double[]> points = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final Path2D dots = new Path2D.Double();
    private final boolean dotted;
    private final Column column = new Column();
    private int pointsInRun;
    private double lastX;
    private double lastY;

    private Curve(boolean dotted) {
        this.dotted = dotted;
    }

    static Curve of(Series series, Axes axes) {
        var curve = new Curve(series.dotted() && series.size() <= MOST_DOTS);
        for (int at = 0; at < series.size(); at++) {
            if (axes.takes(series.x(at), series.y(at))) {
                curve.add(axes.x(series.x(at)), axes.y(series.y(at)));
            } else {
                curve.endRun();
            }
        }
        curve.endRun();
        return curve;
    }

    /** Draws with the colour and stroke that are set. */
    void paint(Graphics2D g) {
        int piece = points.size() > LONGEST_PATH ? PIECE : LONGEST_PATH;
        for (int run = 0; run < starts.size(); run++) {
            int end = run + 1 < starts.size() ? starts.get(run + 1) : points.size();
            var area = Envelope.of(points.subList(starts.get(run), end));
            area.ifPresent(g::fill);
            for (int from = starts.get(run); area.isEmpty() && from + 1 < end; from += piece) {
                g.draw(path(from, Math.min(end, from + piece + 1)));
            }
        }
        g.fill(dots);
    }

    /** How many points are left to draw. */
    int size() {
        return points.size();
    }

    private Path2D path(int from, int to) {
        var path = new Path2D.Double();
        path.moveTo(points.get(from)[0], points.get(from)[1]);
        for (int at = from + 1; at < to; at++) {
            path.lineTo(points.get(at)[0], points.get(at)[1]);
        }
        return path;
    }

    private void add(double x, double y) {
        if (dotted) {
            dot(x, y);
        }
        if (pointsInRun == 0) {
            starts.add(points.size());
        } else if (!column.holds(x)) {
            column.drainTo(points);
        }
        column.add(x, y);
        pointsInRun++;
        lastX = x;
        lastY = y;
    }

    private void endRun() {
        if (pointsInRun == 1 && !dotted) {
            dot(lastX, lastY);
        }
        column.drainTo(points);
        pointsInRun = 0;
    }

    private void dot(double x, double y) {
        dots.append(new Ellipse2D.Double(x - DOT_RADIUS, y - DOT_RADIUS, 2 * DOT_RADIUS, 2 * DOT_RADIUS), false);
    }
}

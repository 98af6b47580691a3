package percolate.plotting.chart;

import java.util.List;

/** Points that follow each other within one column of device pixels: of any number, at most four are kept. */
final class Column {
    private double[] first;
    private double[] lowest;
    private double[] highest;
    private double[] last;
    private boolean lowestCameFirst;

    /** Whether a point at {@code x} lies in this column; an empty one takes any. */
    boolean holds(double x) {
        return first == null || index(x) == index(first[0]);
    }

    void add(double x, double y) {
        last = new double[] {x, y};
        if (first == null) {
            first = last;
            lowest = last;
            highest = last;
        } else if (y < lowest[1]) {
            lowest = last;
            lowestCameFirst = false;
        } else if (y > highest[1]) {
            highest = last;
            lowestCameFirst = true;
        }
    }

    /** Hands over what was kept, in the order in which it came, and starts anew. */
    void drainTo(List<double[]> points) {
        if (first == null) {
            return;
        }
        points.add(first);
        var earlier = lowestCameFirst ? lowest : highest;
        var later = lowestCameFirst ? highest : lowest;
        for (var point : List.of(earlier, later, last)) {
            if (point != points.get(points.size() - 1) && point != first) {
                points.add(point);
            }
        }
        first = null;
    }

    private static long index(double x) {
        return (long) Math.floor(x * Raster.SCALE);
    }
}

package percolate.plotting.chart;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The area that a line which goes up and down within every column of pixels leaves no gap in. */
final class Envelope {
    /** Below so many points for each column, its strokes can be told apart. */
    private static final double DENSE = 2.5;

    private static final int FEWEST = 500;
    /** Half the width of a line. */
    private static final double ROOM = 1;

    private Envelope() {}

    /** Of the points of a line from left to right; nothing where it is not that dense, or turns back. */
    static Optional<Path2D> of(List<double[]> points) {
        if (points.size() < FEWEST) {
            return Optional.empty();
        }
        var columns = new ArrayList<double[]>();
        for (var point : points) {
            double column = Math.floor(point[0] * Raster.SCALE) / Raster.SCALE;
            var last = columns.isEmpty() ? null : columns.get(columns.size() - 1);
            if (last != null && column < last[0]) {
                return Optional.empty();
            } else if (last == null || column > last[0]) {
                columns.add(new double[] {column, point[1], point[1]});
            } else {
                last[1] = Math.min(last[1], point[1]);
                last[2] = Math.max(last[2], point[1]);
            }
        }
        return points.size() < DENSE * columns.size() ? Optional.empty() : Optional.of(area(columns));
    }

    private static Path2D area(List<double[]> columns) {
        var area = new Path2D.Double();
        area.moveTo(columns.get(0)[0], columns.get(0)[1] - ROOM);
        columns.forEach(column -> area.lineTo(column[0], column[1] - ROOM));
        for (int at = columns.size() - 1; at >= 0; at--) {
            area.lineTo(columns.get(at)[0], columns.get(at)[2] + ROOM);
        }
        area.closePath();
        return area;
    }
}

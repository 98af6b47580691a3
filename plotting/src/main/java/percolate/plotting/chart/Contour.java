package percolate.plotting.chart;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of the line on which values are at a level: straight through a square of four neighbouring cells.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Marching_squares">Marching squares</a>
 */
record Contour(double fromRow, double fromColumn, double toRow, double toColumn) {
    /** All pieces; a square with a value that is not finite has none. */
    static List<Contour> of(Cells cells, double level) {
        var pieces = new ArrayList<Contour>();
        for (int row = 0; row + 1 < cells.rows(); row++) {
            for (int column = 0; column + 1 < cells.columns(); column++) {
                within(cells, row, column, level, pieces);
            }
        }
        return pieces;
    }

    /** Joins the points at which the level meets the square's sides, two by two. */
    private static void within(Cells cells, int row, int column, double level, List<Contour> pieces) {
        var meets = new ArrayList<double[]>();
        int[][] corners = {{row, column}, {row, column + 1}, {row + 1, column + 1}, {row + 1, column}};
        for (int side = 0; side < 4; side++) {
            int[] from = corners[side];
            int[] to = corners[(side + 1) % 4];
            double a = cells.get(from[0], from[1]) - level;
            double b = cells.get(to[0], to[1]) - level;
            if (!Extent.takes(a) || !Extent.takes(b)) {
                return;
            }
            if (a < 0 != b < 0) {
                double share = a / (a - b);
                meets.add(new double[] {from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])});
            }
        }
        for (int at = 0; at + 1 < meets.size(); at += 2) {
            pieces.add(new Contour(meets.get(at)[0], meets.get(at)[1], meets.get(at + 1)[0], meets.get(at + 1)[1]));
        }
    }

    Path2D on(Axes axes, Field field) {
        var path = new Path2D.Double();
        path.moveTo(axes.x(field.xAt(fromColumn)), axes.y(field.yAt(fromRow)));
        path.lineTo(axes.x(field.xAt(toColumn)), axes.y(field.yAt(toRow)));
        return path;
    }
}

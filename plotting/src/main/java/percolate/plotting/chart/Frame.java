package percolate.plotting.chart;

import java.util.List;

/**
 * What the axes of a chart show beyond the data itself.
 *
 * @param fromX the horizontal axis reaches down to here; NaN where the data alone says so
 * @param toX and up to here
 * @param wholeX whether its ticks stand at whole numbers only
 * @param leastY values should not be lower, so the axis only goes below where one is
 * @param mostY likewise above
 */
public record Frame(double fromX, double toX, boolean wholeX, double leastY, double mostY) {
    private static final double ROOM = 0.04;

    /** Axes that follow the data. */
    public static final Frame DATA =
            new Frame(Double.NaN, Double.NaN, false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** A horizontal axis over whole numbers. */
    public static Frame counting(double from, double to) {
        return new Frame(from, to, true, DATA.leastY, DATA.mostY);
    }

    /** With a vertical axis that stays within what values can be. */
    public Frame within(double least, double most) {
        return new Frame(fromX, toX, wholeX, least, most);
    }

    Axis horizontal(List<Series> lines) {
        if (Double.isNaN(fromX)) {
            return Axis.around(lines, false);
        }
        var axis = new Axis(fromX, toX, false).widened();
        return wholeX ? axis.withWholeTicks() : axis;
    }

    Axis vertical(List<Series> lines) {
        var data = Axis.around(lines, true);
        return data.padded(ROOM).clipped(Math.min(leastY, data.min()), Math.max(mostY, data.max()));
    }
}

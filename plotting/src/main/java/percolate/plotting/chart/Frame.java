package percolate.plotting.chart;

import java.util.List;

/**
 * What the axes of a plot show beyond the data itself.
 *
 * @param x the horizontal axis; null where the data says so
 * @param y the vertical axis; null where the data says so
 * @param leastY values should not be lower, so the axis only goes below where one is
 * @param mostY likewise above
 * @param logX whether the horizontal axis is logarithmic
 * @param logY whether the vertical axis is
 */
public record Frame(Axis x, Axis y, double leastY, double mostY, boolean logX, boolean logY) {
    private static final double ROOM = 0.04;

    /** Axes that follow the data. */
    public static final Frame DATA =
            new Frame(null, null, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, false);

    /** A horizontal axis over whole numbers. */
    public static Frame counting(double from, double to) {
        return DATA.withX(Axis.linear(from, to).withWholeTicks());
    }

    public Frame withX(Axis axis) {
        return new Frame(axis, y, leastY, mostY, logX, logY);
    }

    public Frame withY(Axis axis) {
        return new Frame(x, axis, leastY, mostY, logX, logY);
    }

    /** With a vertical axis that stays within what values can be. */
    public Frame within(double least, double most) {
        return new Frame(x, y, least, most, logX, logY);
    }

    public Frame withLog(boolean horizontal, boolean vertical) {
        return new Frame(x, y, leastY, mostY, logX || horizontal, logY || vertical);
    }

    Axis horizontal(List<? extends Mark> marks) {
        var extent = marks.stream().map(Mark::x).reduce(Extent.NONE, Extent::and);
        if (x != null) {
            return logX && x.min() >= 0 ? Axis.logarithmic(positive(x, extent)) : x;
        }
        if (logX) {
            return Axis.logarithmic(extent);
        }
        boolean room =
                marks.stream().anyMatch(Mark::isScattered) && marks.stream().noneMatch(Mark::fillsPlane);
        return Axis.around(extent).padded(room ? ROOM : 0);
    }

    /** A fixed axis from 0 on begins at the first point where it is logarithmic. */
    private static Extent positive(Axis axis, Extent extent) {
        return new Extent(
                axis.min(), Math.max(axis.max(), extent.high()), axis.min() > 0 ? axis.min() : extent.leastPositive());
    }

    Axis vertical(List<? extends Mark> marks) {
        var extent = marks.stream().map(Mark::y).reduce(Extent.NONE, Extent::and);
        if (logY) {
            return Axis.logarithmic(extent);
        } else if (y != null) {
            return y;
        }
        var data = Axis.around(extent);
        return marks.stream().anyMatch(Mark::fillsPlane)
                ? data
                : data.padded(ROOM).clipped(Math.min(leastY, data.min()), Math.max(mostY, data.max()));
    }
}

package percolate.plotting.chart;

import java.util.List;

/** A drawing on axes, whose titles, scales and names can be told. */
public interface OnAxes extends Drawing {
    /** With these words at the axes; units follow a comma, as in {@code time, s}. */
    OnAxes withTitles(String x, String y);

    /** With logarithmic axes. */
    OnAxes withLog(boolean x, boolean y);

    /** With other names of what it draws, in order; none take the legend away. */
    OnAxes withLegend(List<String> names);
}

package percolate.plotting.chart;

import java.awt.BasicStroke;
import java.awt.Color;

/**
 * What a mark is drawn with.
 *
 * @param index of the mark among those with a name of their own: it says colour, dashes and shape
 */
public record Pen(int index, Theme theme) {
    public Color color() {
        return theme.color(index);
    }

    public BasicStroke line() {
        return Theme.line(index);
    }
}

package percolate.plotting.steps;

import java.awt.Graphics2D;
import percolate.plotting.chart.Axes;
import percolate.plotting.chart.Axis;
import percolate.plotting.chart.Extent;
import percolate.plotting.chart.Mark;
import percolate.plotting.chart.Pen;

/**
 * A mark with the colour of its group, wherever it lies among the others.
 *
 * @param group from 0
 */
record Coloured(Mark mark, int group) implements Mark {
    @Override
    public String name() {
        return mark.name();
    }

    @Override
    public Extent x() {
        return mark.x();
    }

    @Override
    public Extent y() {
        return mark.y();
    }

    @Override
    public void paint(Graphics2D g, Axes axes, Pen pen) {
        mark.paint(g, axes, new Pen(group, pen.theme()));
    }

    @Override
    public void sample(Graphics2D g, double left, double middle, double width, Pen pen) {
        mark.sample(g, left, middle, width, new Pen(group, pen.theme()));
    }

    @Override
    public int gaps(Axis horizontal, Axis vertical) {
        return mark.gaps(horizontal, vertical);
    }

    @Override
    public String words() {
        return mark.words();
    }

    @Override
    public Coloured named(String other) {
        return new Coloured(mark.named(other), group);
    }
}

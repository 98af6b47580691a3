package percolate.plotting.chart;

import java.awt.Graphics2D;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Plots of the same things side by side: what is said of axes and names is said of each. */
public record Plots(List<Plot> plots) implements OnAxes {
    private static final double GAP = 28;

    public Plots {
        plots = List.copyOf(plots);
    }

    private Plots each(UnaryOperator<Plot> change) {
        return new Plots(plots.stream().map(change).toList());
    }

    /** The vertical axes keep their titles where none is given: they tell the plots apart. */
    @Override
    public Plots withTitles(String x, String y) {
        return each(plot -> plot.withTitles(x, y.isEmpty() ? plot.yTitle() : y));
    }

    @Override
    public Plots withLog(boolean x, boolean y) {
        return each(plot -> plot.withLog(x, y));
    }

    @Override
    public Plots withLegend(List<String> names) {
        return each(plot -> plot.withLegend(names));
    }

    @Override
    public Size size() {
        return plots.size() == 1 ? plots.get(0).size() : new Size(370 * plots.size(), 260);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Theme theme) {
        double each = (width + GAP) / Math.max(1, plots.size()) - GAP;
        for (int at = 0; at < plots.size(); at++) {
            var own = (Graphics2D) g.create();
            own.translate(at * (each + GAP), 0);
            plots.get(at).paint(own, Math.max(1, each), height, theme);
            own.dispose();
        }
    }

    @Override
    public String alt() {
        return plots.stream().map(Plot::alt).collect(Collectors.joining(" | "));
    }
}

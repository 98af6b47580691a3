package percolate.plotting.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Axes that XChart has drawn, and where a point lies on them. */
final class Axes {
    private static final Color NONE = new Color(0, 0, 0, 0);
    /** XChart drops a tick's label that would stick out, so it gets a margin, of which only the right one takes room. */
    static final int MARGIN = 14;
    /** XChart draws larger than shown, since it crowds the ticks of an axis shorter than 160 of its pixels. */
    private static final int ENLARGED = 2;

    /** What the data takes of the plot, so that lines at its edge are not cut. */
    private static final double PLOT_SHARE = 0.985;

    private static final int TICK_WIDTH = 80;
    private static final int TICK_HEIGHT = 44;

    private final XYChart chart;
    private final Axis x;
    private final Axis y;

    private Axes(XYChart chart, Axis x, Axis y) {
        this.chart = chart;
        this.x = x;
        this.y = y;
    }

    /** Draws ticks, labels, grid and the horizontal axis' title into (0, 0) to (width, height). */
    static Axes paint(Graphics2D g, int width, int height, Axis x, Axis y, String xTitle, Theme theme) {
        int outerWidth = ENLARGED * (width + MARGIN);
        int outerHeight = ENLARGED * (height + 2 * MARGIN);
        var chart = new XYChart(outerWidth, outerHeight, Styler.ChartTheme.XChart);
        chart.setXAxisTitle(xTitle);
        chart.getStyler().setXAxisTitleVisible(!xTitle.isEmpty());
        style(chart.getStyler(), theme);
        range(chart, x, y);
        corners(chart, x, y);
        var own = (Graphics2D) g.create();
        own.translate(-MARGIN, -MARGIN);
        own.scale(1.0 / ENLARGED, 1.0 / ENLARGED);
        chart.paint(own, outerWidth, outerHeight);
        own.dispose();
        return new Axes(chart, x, y);
    }

    double x(double value) {
        return chart.getScreenXFromChart(x.coordinate(value)) / ENLARGED - MARGIN;
    }

    double y(double value) {
        return chart.getScreenYFromChart(y.coordinate(value)) / ENLARGED - MARGIN;
    }

    private static void style(XYStyler styler, Theme theme) {
        var font = theme.small().deriveFont(theme.small().getSize2D() * ENLARGED);
        styler.setChartBackgroundColor(NONE).setPlotBackgroundColor(NONE);
        styler.setChartTitleVisible(false).setLegendVisible(false);
        styler.setPlotBorderVisible(false).setChartPadding(MARGIN * ENLARGED);
        styler.setPlotContentSize(PLOT_SHARE);
        styler.setPlotMargin(0).setYAxisTitleVisible(false);
        styler.setPlotGridLinesStroke(new BasicStroke(ENLARGED)).setPlotGridLinesColor(theme.grid());
        styler.setPlotGridVerticalLinesVisible(false).setPlotTicksMarksVisible(false);
        styler.setAxisTicksLineVisible(false).setAxisTicksMarksVisible(false).setAxisTickMarkLength(2 * ENLARGED);
        styler.setAxisTickLabelsFont(font).setAxisTickLabelsColor(theme.muted()).setAxisTickPadding(6 * ENLARGED);
        styler.setAxisTitleFont(font).setAxisTitlePadding(6 * ENLARGED);
        styler.setChartFontColor(theme.muted());
        styler.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
        styler.setXAxisTickMarkSpacingHint(TICK_WIDTH * ENLARGED).setYAxisTickMarkSpacingHint(TICK_HEIGHT * ENLARGED);
    }

    private static void range(XYChart chart, Axis x, Axis y) {
        var styler = chart.getStyler();
        styler.setXAxisMin(x.coordinate(x.min())).setXAxisMax(x.coordinate(x.max()));
        styler.setYAxisMin(y.coordinate(y.min())).setYAxisMax(y.coordinate(y.max()));
        chart.setCustomXAxisTickLabelsFormatter(x::label);
        chart.setCustomYAxisTickLabelsFormatter(y::label);
    }

    /** XChart needs some data. Unequal distances keep it from placing its ticks on these points. */
    private static void corners(XYChart chart, Axis x, Axis y) {
        var corners = chart.addSeries("corners", spread(x), spread(y));
        corners.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        corners.setMarker(SeriesMarkers.NONE);
    }

    private static double[] spread(Axis axis) {
        double from = axis.coordinate(axis.min());
        double to = axis.coordinate(axis.max());
        return new double[] {from, from + (to - from) * 0.3, to};
    }
}

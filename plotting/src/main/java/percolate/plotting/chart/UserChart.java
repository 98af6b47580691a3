package percolate.plotting.chart;

import java.util.Collection;
import java.util.stream.Collectors;
import org.knowm.xchart.DialSeries;
import org.knowm.xchart.HeatMapSeries;
import org.knowm.xchart.HorizontalBarSeries;
import org.knowm.xchart.OHLCSeries;
import org.knowm.xchart.PieSeries;
import org.knowm.xchart.RadarSeries;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeriesCategory;
import org.knowm.xchart.internal.series.AxesChartSeriesNumerical;
import org.knowm.xchart.internal.series.NoMarkersSeries;
import org.knowm.xchart.internal.series.Series;

/** A chart of any kind that someone made with XChart: drawn as it is, and told in words. */
public record UserChart(Chart<?, ?> chart) {
    private static final int MOST_NAMED = 8;
    private static final long MOST_PIXELS = 4_000_000;

    /** The pixels, two by two for each CSS pixel; one by one for a chart larger than a screen. */
    public byte[] png() {
        int width = chart.getWidth();
        int height = chart.getHeight();
        int scale = (long) width * height > MOST_PIXELS ? 1 : Raster.SCALE;
        return Png.flat(Raster.paint(width, height, scale, g -> chart.paint(g, width, height)));
    }

    /** What kind of chart it is, its title, axes, and each series with how many points it has. */
    public String alt() {
        Collection<? extends Series> all = chart.getSeriesCollection();
        var series = all.stream()
                .limit(MOST_NAMED)
                .map(one -> one.getName() + size(one))
                .collect(Collectors.joining(", "));
        var more = all.size() > MOST_NAMED ? ", … " + all.size() + " series in all" : "";
        return chart.getClass().getSimpleName() + title() + ": " + (series.isEmpty() ? "no series" : series + more)
                + axes();
    }

    private String title() {
        var title = chart.getTitle();
        return title == null || title.isBlank() ? "" : " “" + title + "”";
    }

    private String axes() {
        if (!(chart instanceof AxesChart<?, ?> axes)) {
            return "";
        }
        return axis("x", axes.getXAxisTitle()) + axis("y", axes.getYAxisTitle());
    }

    private static String axis(String name, String title) {
        return title == null || title.isBlank() ? "" : "; " + name + ": " + title;
    }

    private static String size(Series series) {
        if (series instanceof PieSeries slice) {
            return " " + Digits.of(slice.getValue().doubleValue());
        } else if (series instanceof DialSeries dial) {
            return " " + Digits.of(dial.getValue());
        } else if (series instanceof HeatMapSeries map) {
            return " (" + map.getXData().size() + " × " + map.getYData().size() + " cells)";
        }
        int points = points(series);
        return points < 0 ? "" : " (" + Digits.count(points) + (points == 1 ? " point)" : " points)");
    }

    private static int points(Series series) {
        if (series instanceof AxesChartSeriesNumerical numbers) {
            return numbers.getXData().length;
        } else if (series instanceof AxesChartSeriesCategory categories) {
            return categories.getYData().length;
        } else if (series instanceof NoMarkersSeries bubbles) {
            return bubbles.getXData().length;
        } else if (series instanceof HorizontalBarSeries bars) {
            return bars.getYData().size();
        } else if (series instanceof OHLCSeries prices) {
            return prices.getXData().length;
        }
        return series instanceof RadarSeries radar ? radar.getValues().length : -1;
    }
}

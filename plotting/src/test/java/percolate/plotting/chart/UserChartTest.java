package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.BoxChartBuilder;
import org.knowm.xchart.BubbleChartBuilder;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.DialChartBuilder;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.knowm.xchart.OHLCChartBuilder;
import org.knowm.xchart.PieChartBuilder;
import org.knowm.xchart.RadarChartBuilder;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;

@SuppressWarnings("JavaUtilDate") // XChart takes it
class UserChartTest {
    private static final double[] X = {1, 2, 3};
    private static final double[] Y = {3, 1, 2};

    private static String shown(Chart<?, ?> chart) {
        var drawn = new UserChart(chart);
        var image = Look.at(drawn.png());
        assertThat(image.getWidth()).isEqualTo(2 * chart.getWidth());
        assertThat(Look.count(image, Color.WHITE))
                .isBetween(1L, (long) image.getWidth() * image.getHeight() * 95 / 100);
        return drawn.alt();
    }

    @Test
    void chartsOfNumbersNameTheirSeriesAndAxes() {
        var lines = new XYChartBuilder()
                .width(300)
                .height(200)
                .title("Loss")
                .xAxisTitle("epoch")
                .build();
        lines.addSeries("train", X, Y);
        lines.addSeries("validation", new double[] {1}, new double[] {2});
        var bubbles = new BubbleChartBuilder().width(300).height(200).build();
        bubbles.addSeries("b", X, Y, Y);
        var prices = new OHLCChartBuilder().width(300).height(200).build();
        prices.addSeries(
                "p",
                List.of(new Date(1), new Date(90_000_000L)),
                List.of(1, 2),
                List.of(3, 4),
                List.of(1, 1),
                List.of(2, 3));

        assertThat(shown(lines)).isEqualTo("XYChart “Loss”: train (3 points), validation (1 point); x: epoch");
        assertThat(shown(bubbles)).isEqualTo("BubbleChart: b (3 points)");
        assertThat(shown(prices)).isEqualTo("OHLCChart: p (2 points)");
    }

    @Test
    void chartsOfCategoriesNameTheirSeries() {
        var bars =
                new CategoryChartBuilder().width(300).height(200).title("Words").build();
        bars.addSeries("count", List.of("a", "b"), List.of(3, 4));
        var rows = new HorizontalBarChartBuilder().width(300).height(200).build();
        rows.addSeries("count", List.of(3, 4), List.of("a", "b"));
        var boxes = new BoxChartBuilder().width(300).height(200).build();
        boxes.addSeries("marks", X);
        var map = new HeatMapChartBuilder().width(300).height(200).build();
        map.addSeries("heat", new int[] {1, 2}, new int[] {1, 2, 3}, new int[][] {{1, 2, 3}, {4, 5, 6}});

        assertThat(shown(bars)).isEqualTo("CategoryChart “Words”: count (2 points)");
        assertThat(shown(rows)).isEqualTo("HorizontalBarChart: count (2 points)");
        assertThat(shown(boxes)).isEqualTo("BoxChart: marks (3 points)");
        assertThat(shown(map)).isEqualTo("HeatMapChart: heat (2 × 3 cells)");
    }

    @Test
    void roundChartsTellTheirValues() {
        var pie = new PieChartBuilder().width(300).height(200).build();
        pie.addSeries("gold", 24);
        pie.addSeries("silver", 21.5);
        var dial = new DialChartBuilder().width(300).height(200).build();
        dial.addSeries("rate", 0.25, "a quarter");
        var radar = new RadarChartBuilder().width(300).height(200).build();
        radar.setRadiiLabels(new String[] {"a", "b", "c"});
        radar.addSeries("skills", new double[] {0.1, 0.5, 0.9});

        assertThat(shown(pie)).isEqualTo("PieChart: gold 24, silver 21.5");
        assertThat(shown(dial)).startsWith("DialChart: rate 0.25");
        assertThat(shown(radar)).isEqualTo("RadarChart: skills (3 points)");
    }

    @Test
    void aChartWithoutSeriesSaysSo() {
        assertThat(new UserChart(new XYChartBuilder().build()).alt()).isEqualTo("XYChart: no series");
    }
}

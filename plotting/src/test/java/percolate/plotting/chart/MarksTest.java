package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final double NOT_A_NUMBER = Double.NaN;

    private static Cells cells(int side) {
        var values = new double[side * side];
        for (int at = 0; at < values.length; at++) {
            int row = at / side;
            double x = 2.0 * (at - row * side) / (side - 1) - 1;
            double y = 2.0 * row / (side - 1) - 1;
            values[at] = Math.hypot(x, y);
        }
        return Cells.of(values, side, side);
    }

    @Test
    void quartilesAreNumPys() {
        var box = Quartiles.of(new double[] {7, 1, 3.5, 2, 9, 30, 4, -20, 5.25, 6});

        // np.quantile([7, 1, 3.5, 2, 9, 30, 4, -20, 5.25, 6], [0.25, 0.5, 0.75])
        assertThat(new double[] {box.low(), box.median(), box.high()}).containsExactly(2.375, 4.625, 6.75);
        assertThat(box.outliers()).containsExactly(-20.0, 30.0);
        assertThat(box.lowWhisker()).isEqualTo(1);
        assertThat(box.highWhisker()).isEqualTo(9);
    }

    @Test
    void boxesAreSaidInWords() {
        var plot = Boxes.plot(List.of("one", "none"), List.of(new double[] {1, 2, 3}, new double[] {NOT_A_NUMBER}));
        assertThat(plot.alt())
                .isEqualTo("2 boxes: one median 2, half of the values from 1.5 to 2.5; none without a value;"
                        + " 1 point is not finite and left out");
        assertThatThrownBy(() -> Boxes.plot(List.of("one"), List.of(new double[1], new double[1])))
                .hasMessageContaining("expected one name for each of 2 groups, got 1");
    }

    @Test
    void aHistogramCountsEachValueOnce() {
        assertThat(Bins.of(0, 1, 1, 2, 2, 2).words())
                .isEqualTo("histogram of 6 values from -0.5 to 2.5 in 3 bins, most, 3, from 1.5 to 2.5");
        assertThat(Bins.of(new double[] {0, 0.1, 0.2, 1}, 2).words())
                .isEqualTo("histogram of 4 values from 0 to 1 in 2 bins, most, 3, from 0 to 0.5");
        assertThat(Bins.of(new Random(1).doubles(1000).toArray()).words()).startsWith("histogram of 1,000 values");
    }

    @Test
    void aHistogramTakesNothingOneValueAndWhatIsNotFinite() {
        assertThat(Bins.of().words()).isEqualTo("histogram without a value");
        assertThat(Bins.of(5).words()).contains("1 values from 4.5 to 5.5 in 1 bins");
        assertThat(Bins.of(1, NOT_A_NUMBER, 2).plot().alt()).endsWith("1 point is not finite and left out");
        assertThatThrownBy(() -> Bins.of(new double[] {1}, 0)).hasMessageContaining("between 1 and 10,000, got 0");
    }

    @Test
    void barsStandOnZeroAndSayTheirExtremes() {
        var plot = Bars.plot(List.of("a", "b", "c"), List.of(), List.of(new double[] {3, -1, 2}));

        assertThat(plot.alt()).isEqualTo("3 bars, lowest -1 at b, highest 3 at a");
        assertThat(Bars.plot(List.of("a"), List.of(), List.of(new double[] {5}))
                        .frame()
                        .vertical(List.of(Series.of("", new double[] {0}, new double[] {5})))
                        .min())
                .isGreaterThanOrEqualTo(0);
        assertThatThrownBy(() -> Bars.plot(List.of("a"), List.of(), List.of(new double[2])))
                .hasMessage("bars: expected one name for each of 2 values, got 1; give as many");
    }

    @Test
    void contoursLieWhereTheValueIs() {
        var pieces = Contour.of(cells(41), 0.5);

        assertThat(pieces).hasSizeGreaterThan(60).allSatisfy(piece -> {
            double x = 2 * piece.fromColumn() / 40 - 1;
            double y = 2 * piece.fromRow() / 40 - 1;
            assertThat(Math.hypot(x, y)).isCloseTo(0.5, within(0.01));
        });
    }

    @Test
    void aFieldSaysWhereItIsLowestAndHighest() {
        assertThat(Plot.of(List.of(Field.of(cells(5), 0, 4, 10, 14))).alt())
                .isEqualTo(
                        "surface over x from 0 to 4 and y from 10 to 14, lowest 0 at (2, 12), highest 1.41 at (0, 10)");
    }

    @Test
    void manyPointsAreEachSeen() {
        var x = IntStream.range(0, 20_000).asDoubleStream().toArray();
        var picture = Picture.of(Plot.of(List.of(Points.of("", x, x))));

        assertThat(Look.count(Look.at(picture), Theme.LIGHT.color(0))).isGreaterThan(1_000);
        assertThat(picture.alt()).isEqualTo("20,000 points, x from 0 to 19999, y from 0 to 19999");
    }

    @Test
    void whatIsNotAboveZeroIsLeftOutOfALogarithmicAxis() {
        var plot = Plot.of(List.of(Series.of("", new double[] {0, 1, 2}, new double[] {0, 10, 100})));

        assertThat(plot.withLog(false, true).alt()).endsWith("1 point is not finite or not above 0 and left out");
        assertThat(plot.alt()).doesNotContain("left out");
    }

    @Test
    void aHeatMapSaysItsExtremesAndGaps() {
        assertThat(HeatMap.of(Cells.of(new double[] {1, 2, NOT_A_NUMBER, -4}, 2, 2))
                        .alt())
                .isEqualTo("heat map of 2 × 2 values, lowest -4 in row 1, column 1, highest 2 in row 0, column 1;"
                        + " 1 value is not finite and left out");
        assertThat(HeatMap.of(Cells.of(new double[] {3}, 1, 1)).alt()).isEqualTo("heat map of 1 × 1 values, all 3");
    }

    @Test
    void valuesOfBothSignsHaveTheirMiddleAtZero() {
        var signed = Shading.of(Extent.of(-1, 4));

        assertThat(signed.share(0)).isEqualTo(0.5);
        assertThat(signed.signed()).isTrue();
        assertThat(Shading.of(Extent.of(2, 4)).share(2)).isZero();
    }

    @Test
    void legendsTakeOtherNamesButNotMoreThanThereAreMarks() {
        var plot = Plot.of(List.of(Series.of("a", new double[1], new double[1])));

        assertThat(plot.withLegend(List.of("b")).marks().get(0).name()).isEqualTo("b");
        assertThatThrownBy(() -> plot.withLegend(List.of("b", "c")))
                .hasMessage("legend: expected at most 1 names, one for each of what is drawn, got 2; give fewer");
    }
}

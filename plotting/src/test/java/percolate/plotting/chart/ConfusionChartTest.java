package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfusionChartTest {
    private static Picture chart(long[][] counts, String... names) {
        return Picture.of(new ConfusionChart(new Confusion(counts, List.of(names))));
    }

    @Test
    void saysAccuracyAndTheMostFrequentMistake() {
        assertThat(chart(new long[][] {{10, 0, 0}, {0, 9, 1}, {0, 2, 8}}, "setosa", "versicolor", "virginica")
                        .alt())
                .isEqualTo("confusion matrix of 3 classes: accuracy 0.9 · 27 of 30 right;"
                        + " most often virginica was taken for versicolor (2)");
    }

    @Test
    void coloursWhatIsRightAndWhatIsWrongDifferently() {
        var right = Look.at(chart(new long[][] {{5, 0}, {0, 5}}, "no", "yes"));
        var wrong = Look.at(chart(new long[][] {{0, 5}, {5, 0}}, "no", "yes"));

        assertThat(Look.count(right, Theme.LIGHT.good())).isGreaterThan(2 * 100 * 100);
        assertThat(Look.count(right, Theme.LIGHT.bad())).isZero();
        assertThat(Look.count(wrong, Theme.LIGHT.bad())).isGreaterThan(2 * 100 * 100);
        assertThat(Look.count(wrong, Theme.LIGHT.good())).isZero();
    }

    @Test
    void leavesCellsWithoutExamplesPale() {
        var image = Look.at(chart(new long[][] {{5, 0}, {0, 0}}, "no", "yes"));

        assertThat(Look.count(image, Theme.LIGHT.pale())).isGreaterThan(3 * 100 * 100);
    }

    @Test
    void takesTwentyClassesWithLongNames() {
        var names = IntStream.range(0, 20)
                .mapToObj(at -> "a rather long name of class " + at)
                .toArray(String[]::new);
        var counts = new long[20][20];
        counts[3][4] = 1_000_000;
        var image = Look.at(chart(counts, names));

        assertThat(image.getWidth()).isLessThan(2000);
        assertThat(Look.count(image, Theme.LIGHT.bad())).isPositive();
    }

    @Test
    void wantsANameForEachClass() {
        assertThatThrownBy(() -> chart(new long[2][2], "one"))
                .hasMessage("confusion: expected one name for each of 2 classes, got 1");
    }
}

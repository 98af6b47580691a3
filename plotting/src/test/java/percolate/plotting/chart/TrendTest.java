package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static String words(double... y) {
        var x = IntStream.range(0, y.length).asDoubleStream().toArray();
        return Trend.of(Series.of("loss", x, y));
    }

    @Test
    void saysWhereALineTurns() {
        assertThat(words(5, 3, 1, 2, 4)).isEqualTo("loss of 5 points: from 5 at 0, falls to 1 at 2, rises to 4 at 4");
        assertThat(words(1, 2)).isEqualTo("loss of 2 points: from 1 at 0, rises to 2 at 1");
    }

    @Test
    void passesOverNoise() {
        assertThat(words(100, 50, 51, 20, 21, 1, 2))
                .isEqualTo("loss of 7 points: from 100 at 0, falls to 1 at 5, ends at 2");
    }

    @Test
    void countsTheTurnsOfALineThatSwings() {
        assertThat(words(0, 5, 0, 5, 0, 5, 0, 5))
                .isEqualTo("loss of 8 points: from 0 at 0 to 5 at 7, turns 6 times between 0 at 0 and 5 at 1");
    }

    @Test
    void saysWhatStaysTheSameOrIsMissing() {
        assertThat(words(3, 3)).isEqualTo("loss of 2 points, always 3");
        assertThat(words()).isEqualTo("loss without a point");
        assertThat(words(Double.NaN, 2, 1)).isEqualTo("loss of 3 points: from 2 at 1, falls to 1 at 2");
    }
}

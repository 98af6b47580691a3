package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    @Test
    void aColumnOfRatesLinesUp() {
        assertThat(texts(0.001, 0.0009895, 0.00025)).containsExactly("0.0010000", "0.0009895", "0.0002500");
        assertThat(texts(0.001, 0.001)).containsExactly("0.001", "0.001");
    }

    @Test
    void aColumnOfLossesHasFourDecimals() {
        assertThat(texts(2.302585, 0.0123, 0.5)).containsExactly("2.3026", "0.0123", "0.5000");
        assertThat(texts(5.1, 4.9, 5)).containsExactly("5.1", "4.9", "5.0");
        assertThat(texts(1234.5678, 0.25)).containsExactly("1234.57", "0.25");
        assertThat(texts(3, 4)).containsExactly("3", "4");
    }

    @Test
    void whatWouldVanishIsShown() {
        assertThat(texts(1.5, 1.2e-7, 0, -0.0)).containsExactly("1.5", "1.2e-7", "0.0", "0.0");
        assertThat(texts(1e-5, 9.895e-6)).containsExactly("1e-5", "9.895e-6");
        assertThat(texts(3e12, 1)).containsExactly("3e12", "1");
        assertThat(texts(0.25, Double.NaN)).containsExactly("0.25", "not a number");
        assertThat(texts(Double.POSITIVE_INFINITY)).containsExactly("infinite");
    }

    private static List<String> texts(double... values) {
        var column = Decimals.of(values);
        return Arrays.stream(values).mapToObj(column::text).toList();
    }
}

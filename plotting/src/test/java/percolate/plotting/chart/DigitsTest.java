package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class DigitsTest {
    @Test
    void keepsThreeSignificantDigits() {
        assertThat(Digits.of(0.0812345)).isEqualTo("0.0812");
        assertThat(Digits.of(2.0)).isEqualTo("2");
        assertThat(Digits.of(-12.3456)).isEqualTo("-12.3");
        assertThat(Digits.of(123456)).isEqualTo("123456");
        assertThat(Digits.of(1.234e-7)).isEqualTo("1.23e-7");
        assertThat(Digits.of(3e12)).isEqualTo("3e12");
        assertThat(Digits.of(-0.0)).isEqualTo("0");
    }

    @Test
    void saysInWordsWhatIsNotFinite() {
        assertThat(Digits.of(Double.NaN)).isEqualTo("not a number");
        assertThat(Digits.of(Double.POSITIVE_INFINITY)).isEqualTo("infinite");
        assertThat(Digits.aligned(Double.NEGATIVE_INFINITY)).isEqualTo("minus infinite");
    }

    @Test
    void neverRoundsUpToCertainty() {
        assertThat(Digits.percent(0.9999)).isEqualTo("99%");
        assertThat(Digits.percent(1)).isEqualTo("100%");
        assertThat(Digits.percent(0.005)).isEqualTo("1%");
    }

    @Test
    void writesTheSameInEveryLanguage() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Digits.of(0.5)).isEqualTo("0.5");
            assertThat(Digits.aligned(0.5)).isEqualTo("0.5000");
            assertThat(Digits.count(1797)).isEqualTo("1,797");
        } finally {
            Locale.setDefault(before);
        }
    }
}

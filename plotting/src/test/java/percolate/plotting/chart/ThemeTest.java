package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThemeTest {
    /** The contrast of WCAG 2, from 1 to 21. */
    private static double contrast(Color one, Color other) {
        double a = Theme.luminance(one) + 0.05;
        double b = Theme.luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    @Test
    void textReadsOnItsGround() {
        for (var theme : List.of(Theme.LIGHT, Theme.DARK)) {
            assertThat(contrast(theme.ink(), theme.ground())).isGreaterThan(7);
            assertThat(contrast(theme.muted(), theme.ground())).isGreaterThan(4.5);
            assertThat(contrast(theme.bad(), theme.ground())).isGreaterThan(4.5);
        }
    }

    @Test
    void theFirstLinesStandOutFromTheGround() {
        for (var theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (int line = 0; line < 3; line++) {
                assertThat(contrast(theme.color(line), theme.ground())).isGreaterThan(3);
            }
        }
    }

    @Test
    void textOnAColourIsTheOneThatReadsBetter() {
        for (var color : List.of(Theme.LIGHT.good(), Theme.DARK.good(), Theme.LIGHT.bad(), Theme.LIGHT.pale())) {
            assertThat(contrast(Theme.textOn(color), color)).isGreaterThan(4);
        }
    }

    @Test
    void neighbouringLinesDifferInTheirDashes() {
        assertThat(Theme.line(0).getDashArray()).isNull();
        assertThat(Theme.line(1).getDashArray()).isNotEqualTo(Theme.line(2).getDashArray());
    }
}

package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class LabelTest {
    private final Graphics2D g = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB).createGraphics();

    private static Label label(String text) {
        return new Label(text, Theme.LIGHT.text(), Theme.LIGHT.ink());
    }

    @Test
    void isCutToWhatFits() {
        var cut = label("a name that is far too long").within(g, 60);

        assertThat(cut.text()).startsWith("a name").endsWith("…");
        assertThat(cut.width(g)).isLessThanOrEqualTo(60);
        assertThat(label("short").within(g, 60).text()).isEqualTo("short");
        assertThat(label("no room").within(g, 1).text()).isEmpty();
    }

    @Test
    void neverCutsACharacterInTwo() {
        for (int width = 0; width < 100; width++) {
            var text = label("😀😀😀😀😀😀😀😀").within(g, width).text();
            assertThat(text.replace("…", "").length() % 2).isZero();
        }
    }

    @Test
    void drawsTextOfAnyKind() {
        for (var text : new String[] {"", " ", "\n", "日本語", "عربى", "a\tb", "\u0000"}) {
            label(text).left(g, 0, 5);
        }
    }
}

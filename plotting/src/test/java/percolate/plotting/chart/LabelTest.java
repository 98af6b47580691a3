package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
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

    @Test
    void drawsWhateverItIsGiven() {
        var odd = List.of(
                "שלום עולם",
                "مرحبا",
                "🦊🦊",
                "\uD83E",
                "汉字",
                "a\tb\nc",
                "\u0000",
                "e\u0301\u0301",
                "x".repeat(100_000));
        var image = new BufferedImage(300, 40, BufferedImage.TYPE_INT_ARGB);
        var g = image.createGraphics();
        for (var text : odd) {
            var label = new Label(text, Theme.LIGHT.text(), Theme.LIGHT.ink()).within(g, 100);
            label.left(g, 0, 20);
            assertThat(label.width(g)).as(text.substring(0, 1)).isLessThanOrEqualTo(100);
        }
        g.dispose();
    }
}

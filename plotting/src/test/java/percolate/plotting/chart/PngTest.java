package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PngTest {
    private static BufferedImage noise(int colors) {
        var random = new Random(1);
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
        for (int at = 0; at < 1200; at++) {
            int color = random.nextInt(colors);
            image.setRGB(at % 40, at / 40, colors <= 8 ? 0xFF000000 | color * 32 : random.nextInt());
        }
        return image;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void exactPicturesComeBackPixelByPixel() {
        var image = noise(1000);

        assertThat(pixels(Look.at(Png.exact(image)))).isEqualTo(pixels(image));
    }

    @Test
    void flatPicturesWithFewColoursComeBackPixelByPixelInFewerBytes() {
        var image = noise(8);

        assertThat(pixels(Look.at(Png.flat(image)))).isEqualTo(pixels(image));
        assertThat(Png.flat(image)).hasSizeLessThan(Png.exact(image).length);
    }

    @Test
    void tooManyColoursForAPaletteAreKeptExactly() {
        var image = noise(1000);

        assertThat(pixels(Look.at(Png.flat(image)))).isEqualTo(pixels(image));
    }

    @Test
    void closeShadesBecomeTheMostFrequentOne() {
        var image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);
        var often = new Color(0x0072B2);
        for (int at = 0; at < 100; at++) {
            image.setRGB(at % 10, at / 10, at == 37 ? new Color(0x0273B1).getRGB() : often.getRGB());
        }

        assertThat(pixels(Look.at(Png.flat(image)))).containsOnly(often.getRGB());
    }
}

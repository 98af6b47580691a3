package percolate.plotting.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Image;
import java.awt.Toolkit;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import percolate.kernel.api.MimeBundle;

class ImageBundleTest {
    private static BufferedImage image(int width, int height, int type, Color ink) {
        var image = new BufferedImage(width, height, type);
        var g = image.createGraphics();
        g.setColor(ink);
        g.fillRect(0, 0, width / 2, height);
        g.dispose();
        return image;
    }

    private static BufferedImage pixels(MimeBundle bundle) throws IOException {
        var png = Base64.getDecoder().decode((String) bundle.data().get(MimeBundle.PNG));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static Map<?, ?> metadata(MimeBundle bundle) {
        return (Map<?, ?>) bundle.metadata().get(MimeBundle.PNG);
    }

    @Test
    void anImageIsShownPixelByPixel() throws IOException {
        var bundle = ImageBundle.of(image(30, 20, BufferedImage.TYPE_INT_RGB, Color.RED));

        assertThat(pixels(bundle).getRGB(3, 3)).isEqualTo(Color.RED.getRGB());
        assertThat(pixels(bundle).getWidth()).isEqualTo(30);
        assertThat(metadata(bundle).get("width")).isEqualTo(30);
        assertThat(metadata(bundle).get("height")).isEqualTo(20);
        assertThat(bundle.data().get(MimeBundle.TEXT)).isEqualTo("image, 30 × 20 pixels");
    }

    @Test
    void everyTypeOfImageIsShown() throws IOException {
        for (int type = BufferedImage.TYPE_INT_RGB; type <= BufferedImage.TYPE_BYTE_INDEXED; type++) {
            assertThat(pixels(ImageBundle.of(image(4, 4, type, Color.WHITE))).getRGB(0, 0))
                    .as("image type %d", type)
                    .isEqualTo(Color.WHITE.getRGB());
        }
    }

    @Test
    void aVeryLargeImageIsMadeSmallerAndSaysSo() throws IOException {
        var bundle = ImageBundle.of(image(5_000, 10, BufferedImage.TYPE_BYTE_GRAY, Color.WHITE));

        assertThat(pixels(bundle).getWidth()).isEqualTo(2_000);
        assertThat(bundle.data().get(MimeBundle.TEXT)).isEqualTo("image, 5000 × 10 pixels, shown at 2000 × 4");
    }

    @Test
    void whatCanBeSeenThroughNamesTheGroundItNeeds() {
        var argb = BufferedImage.TYPE_INT_ARGB;

        assertThat(ImageBundle.of(image(8, 8, argb, Color.BLACK)).metadata())
                .containsEntry("needs_background", "light");
        assertThat(ImageBundle.of(image(8, 8, argb, Color.WHITE)).metadata()).containsEntry("needs_background", "dark");
        assertThat(ImageBundle.of(new BufferedImage(8, 8, argb)).metadata()).doesNotContainKey("needs_background");
    }

    @Test
    void anImageWithSeveralResolutionsShowsItsFinestAtItsOwnSize() throws IOException {
        Image several = new BaseMultiResolutionImage(
                image(10, 10, BufferedImage.TYPE_INT_RGB, Color.RED),
                image(20, 20, BufferedImage.TYPE_INT_RGB, Color.BLUE));
        var bundle = ImageBundle.of(several);

        assertThat(metadata(bundle).get("width")).isEqualTo(10);
        assertThat(pixels(bundle).getWidth()).isEqualTo(20);
        assertThat(pixels(bundle).getRGB(1, 1)).isEqualTo(Color.BLUE.getRGB());
    }

    @Test
    void anImageThatCannotBeLoadedSaysSo() {
        var broken = Toolkit.getDefaultToolkit().createImage(new byte[] {1, 2, 3});

        assertThat(ImageBundle.of(broken).data()).containsOnlyKeys(MimeBundle.TEXT);
    }
}

package percolate.plotting;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import percolate.plotting.chart.Picture;

/**
 * Pictures of one subject that are compared with stored ones, light and dark. All are written to target/pictures, together
 * on a contact sheet. A test class is
 *
 * <pre>{@code
 * @TestFactory Stream<DynamicTest> pictures() {
 *     return Gallery.of("chart").add("line", () -> plot(…)).add("bars", () -> bars(…)).tests();
 * }
 * }</pre>
 *
 * <p>With {@code -Dpictures.keep} what is drawn becomes the stored picture; look at it before it is committed. What is
 * stored is an eighth of the pixels each way, so that it stays small and that other machines' edges of letters are the same.
 */
public final class Gallery {
    private static final Path DRAWN = Path.of("target", "pictures");
    private static final Path STORED = Path.of("src", "test", "resources", "pictures");
    private static final int SHRINK = 8;
    /** Of a place on the contact sheet. */
    private static final int WIDTH = 440;

    private static final int HEIGHT = 300;
    /** Of 255 levels, for one pixel of the small picture, which is the mean of 64. */
    private static final int TOLERANCE = 24;
    /** Of all pixels, so many may differ more: a tick's label that another platform sets a pixel further. */
    private static final double EXCEPTIONS = 0.004;

    private final String subject;
    private final Map<String, Supplier<Picture>> pictures = new LinkedHashMap<>();

    private Gallery(String subject) {
        this.subject = subject;
    }

    /** @param subject a folder's name */
    public static Gallery of(String subject) {
        return new Gallery(subject);
    }

    /** One more picture, drawn light and dark. */
    public Gallery add(String name, Supplier<Picture> picture) {
        assertThat(pictures).as("every picture has its own name").doesNotContainKey(name);
        pictures.put(name, picture);
        return this;
    }

    public Stream<DynamicTest> tests() {
        var light = new ArrayList<BufferedImage>();
        var dark = new ArrayList<BufferedImage>();
        var each = pictures.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    var picture = entry.getValue().get();
                    assertThat(picture.alt())
                            .as("alt text of %s", entry.getKey())
                            .isNotBlank();
                    light.add(compared(entry.getKey() + "-light", picture));
                    dark.add(compared(entry.getKey() + "-dark", picture.dark()));
                }));
        var sheet = DynamicTest.dynamicTest("contact sheet", () -> {
            assertThat(light).as("pictures that were drawn").isNotEmpty();
            sheet(light, "contact-" + subject + ".png");
            sheet(dark, "contact-" + subject + "-dark.png");
        });
        return Stream.concat(each, Stream.of(sheet));
    }

    /** All of one size at most, in columns. */
    private void sheet(List<BufferedImage> drawn, String name) throws IOException {
        int columns = (int) Math.ceil(Math.sqrt(drawn.size()));
        int rows = (drawn.size() + columns - 1) / columns;
        var sheet = new BufferedImage(columns * WIDTH, rows * HEIGHT, BufferedImage.TYPE_INT_RGB);
        var g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int at = 0; at < drawn.size(); at++) {
            var one = drawn.get(at);
            double share = Math.min((WIDTH - 8.0) / one.getWidth(), (HEIGHT - 8.0) / one.getHeight());
            int width = (int) (one.getWidth() * share);
            int height = (int) (one.getHeight() * share);
            var small = one.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
            g.drawImage(small, at % columns * WIDTH, at / columns * HEIGHT, null);
        }
        g.dispose();
        ImageIO.write(sheet, "png", DRAWN.resolve(name).toFile());
    }

    private BufferedImage compared(String name, Picture picture) throws IOException {
        var png = picture.png();
        var drawn = Files.createDirectories(DRAWN.resolve(subject)).resolve(name + ".png");
        Files.write(drawn, png);
        var large = ImageIO.read(drawn.toFile());
        var small = shrunk(large);
        var stored = STORED.resolve(subject).resolve(name + ".png");
        if (System.getProperty("pictures.keep") != null) {
            Files.createDirectories(stored.getParent());
            ImageIO.write(small, "png", stored.toFile());
        }
        assertThat(stored).as("stored picture; keep it with -Dpictures.keep").exists();
        var expected = read(stored);
        assertThat(small.getWidth() + " × " + small.getHeight())
                .as("size of %s", name)
                .isEqualTo(expected.getWidth() + " × " + expected.getHeight());
        assertThat(different(small, expected))
                .as("share of %s that differs from the stored picture; see %s", name, drawn)
                .isLessThanOrEqualTo(EXCEPTIONS);
        return large;
    }

    private static BufferedImage read(Path file) {
        try {
            return ImageIO.read(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double different(BufferedImage one, BufferedImage other) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                int most = 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    most = Math.max(most, Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)));
                }
                count += most > TOLERANCE ? 1 : 0;
            }
        }
        return count / (double) (one.getWidth() * one.getHeight());
    }

    /** The means of squares; what can be seen through counts as black. */
    private static BufferedImage shrunk(BufferedImage image) {
        int width = Math.max(1, image.getWidth() / SHRINK);
        int height = Math.max(1, image.getHeight() / SHRINK);
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                small.setRGB(x, y, mean(image, x * SHRINK, y * SHRINK));
            }
        }
        return small;
    }

    private static int mean(BufferedImage image, int left, int top) {
        int[] sums = new int[3];
        for (int y = top; y < Math.min(image.getHeight(), top + SHRINK); y++) {
            for (int x = left; x < Math.min(image.getWidth(), left + SHRINK); x++) {
                int rgb = image.getRGB(x, y);
                for (int channel = 0; channel < 3; channel++) {
                    sums[channel] += ((rgb >> (16 - 8 * channel)) & 0xFF) * (rgb >>> 24) / 255;
                }
            }
        }
        int count = SHRINK * SHRINK;
        return new Color(sums[0] / count, sums[1] / count, sums[2] / count).getRGB();
    }
}

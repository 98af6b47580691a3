package percolate.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.float32;
import static percolate.Percolate.imageFolder;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import percolate.Dataset;
import percolate.Shape;

class ImageFolderTest {
    @TempDir
    Path folder;

    static byte[] image(String kind, int height, int width, int rgb) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < height * width; i++) {
            image.setRGB(i % width, i / width, rgb);
        }
        image.setRGB(0, 0, 0xffffff);
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, kind, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private Path put(String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private Dataset catsAndDogs() throws IOException {
        put("dogs/b.png", image("png", 4, 5, 0x0000ff));
        put("cats/2.png", image("png", 4, 5, 0x00ff00));
        put("cats/1.png", image("png", 4, 5, 0xff0000));
        put("cats/deep/3.PNG", image("png", 4, 5, 0x336699));
        put("cats/notes.txt", new byte[] {1});
        put(".hidden/x.png", new byte[] {1});
        put("__MACOSX/x.png", new byte[] {1});
        return imageFolder(folder.toString());
    }

    @Test
    void aFolderForEachClassBecomesImagesWithLabels() throws Exception {
        var data = catsAndDogs();
        assertThat(data.size()).isEqualTo(4);
        assertThat(data.classes()).containsExactly("cats", "dogs");
        assertThat(data.y().toLongArray()).containsExactly(0, 0, 0, 1);
        assertThat(data.x().shape()).isEqualTo(Shape.of(4, 3, 4, 5));
        assertThat(data.x().dtype()).isEqualTo(float32);
        // Sorted by name, channels apart.
        assertThat(data.x().get(0, 0, 3, 4).item()).isEqualTo(1);
        assertThat(data.x().get(0, 1, 3, 4).item()).isZero();
        assertThat(data.x().get(1, 1, 3, 4).item()).isEqualTo(1);
        assertThat(data.x().get(2).get(":, 3, 4").toFloatArray())
                .containsExactly(0x33 / 255f, 0x66 / 255f, 0x99 / 255f);
        assertThat(data.x().get(3, 0, 0, 0).item()).isEqualTo(1);
        assertThat(data).hasToString("4 images in files, x [3, h, w] float32, classes cats, dogs");
    }

    @Test
    void aFolderOfImagesAloneHasNoLabels() throws Exception {
        put("b.png", image("png", 4, 4, 0));
        put("a.png", image("png", 4, 4, 0));
        var data = imageFolder(folder.toString());
        assertThat(data.size()).isEqualTo(2);
        assertThat(data.classes()).isEmpty();
        assertThat(data.targets()).isEmpty();
        assertThat(data.x().shape()).isEqualTo(Shape.of(2, 3, 4, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "bmp", "gif"})
    void eachFormatIsRead(String kind) throws Exception {
        put("a." + kind, image(kind, 16, 16, 0x336699));
        var x = imageFolder(folder.toString()).x();
        assertThat(x.get(0, 0, 12, 12).item()).isCloseTo(0x33 / 255f, within(0.03f));
        assertThat(x.get(0, 2, 12, 12).item()).isCloseTo(0x99 / 255f, within(0.03f));
    }

    @Test
    void imagesBecomeGreyAndOfOneSize() throws Exception {
        put("a.png", image("png", 10, 20, 0x336699));
        put("b.png", image("png", 30, 7, 0x336699));
        var data = imageFolder(folder.toString()).resize(8, 6).grey();
        assertThat(data.x().shape()).isEqualTo(Shape.of(2, 1, 8, 6));
        // Rec. 601: 0.299 R + 0.587 G + 0.114 B.
        float luma = (0.299f * 0x33 + 0.587f * 0x66 + 0.114f * 0x99) / 255;
        assertThat(data.x().get(0, 0, 7, 5).item()).isCloseTo(luma, within(1e-5f));
        assertThat(data.x().get(1, 0, 4, 3).item()).isCloseTo(luma, within(1e-5f));
        assertThat(data).hasToString("2 images in files, x [1, 8, 6] float32");
    }

    @Test
    void aTransparentImageLiesOnWhite() throws Exception {
        var image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        put("a.png", bytes.toByteArray());
        assertThat(imageFolder(folder.toString()).x().min().item()).isEqualTo(1);
    }

    @Test
    void imagesAreReadWhenTheyAreWanted() throws Exception {
        var data = catsAndDogs();
        Files.delete(folder.resolve("dogs/b.png"));
        assertThat(data.take(2).x().shape()).isEqualTo(Shape.of(2, 3, 4, 5));
        assertThat(data.batches(2).iterator().next().size()).isEqualTo(2);
        var parts = data.shuffle(1).split(0.5, 7);
        assertThat(parts.train().size() + parts.validation().size()).isEqualTo(4);
        assertOneSentence(data::x, "imageFolder: expected a png, jpeg, bmp or gif image in", "b.png, got no file");
    }

    @Test
    void batchesHaveTheImagesOfTheirLabels() throws Exception {
        var data = catsAndDogs();
        var seen = new ArrayList<Long>();
        for (var batch : data.batches(3, 5)) {
            for (int i = 0; i < batch.size(); i++) {
                boolean dog = batch.x().get(i, 2, 3, 4).item() == 1;
                assertThat(batch.y().get(i).toInt()).isEqualTo(dog ? 1 : 0);
                seen.add((long) batch.y().get(i).toInt());
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(0L, 0L, 0L, 1L);
    }

    @Test
    void badFilesAreNamedAndLeftOutWhenAsked() throws Exception {
        catsAndDogs();
        var bad = put("cats/0.png", "no image".getBytes(StandardCharsets.UTF_8));
        var data = imageFolder(folder.toString());
        assertOneSentence(
                () -> data.take(1).x(),
                "in " + bad + ", got a file of another kind",
                "leave such files out with skipBad()");
        var out = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(data.skipBad().y().toLongArray()).containsExactly(0, 0, 0, 1);
        } finally {
            System.setOut(before);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("imageFolder: left out 1 of 5 files: " + bad);
    }

    @Test
    void mistakesAreAnsweredInOneSentence() throws Exception {
        assertOneSentence(() -> imageFolder(folder + "/none"), "imageFolder: expected a folder, got nothing at");
        assertOneSentence(() -> imageFolder(folder.toString()), "expected png, jpeg, bmp or gif images, got none in");
        put("cats/1.png", image("png", 4, 5, 0));
        put("cats/2.png", image("png", 5, 5, 0));
        var data = imageFolder(folder.toString());
        assertOneSentence(
                data::x, "expected images of one size, got [3, 5, 5] in", "and [3, 4, 5] in", "resize(64, 64)");
        assertOneSentence(
                () -> data.resize(0, 5), "resize: expected a height and a width of 1 pixel or more, got 0 and 5");
        put("dogs/readme.txt", new byte[1]);
        assertOneSentence(() -> imageFolder(folder.toString()), "got none in " + folder.resolve("dogs"));
        assertOneSentence(() -> data.rows(7), "rows: expected numbers of examples from 0 to 1, got 7");
    }

    @Test
    void anArchiveIsUnpackedOnce() throws Exception {
        var png = Base64.getEncoder().encodeToString(image("png", 4, 4, 0xff0000));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
            for (var name : List.of("pets/cats/1.png", "pets/dogs/1.png")) {
                zip.putNextEntry(new java.util.zip.ZipEntry(name));
                zip.write(Base64.getDecoder().decode(png));
            }
        }
        var archive = put("pets.zip", bytes.toByteArray()).toString();
        assertThat(imageFolder(archive).classes()).containsExactly("cats", "dogs");
        assertThat(imageFolder(archive).x().shape()).isEqualTo(Shape.of(2, 3, 4, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void damagedImagesAreReadOrRefused(String kind) throws Exception {
        var whole = image(kind, 12, 12, 0x336699);
        int refused = Mutated.read(whole, folder.resolve("a." + kind), file -> {
            var x = imageFolder(folder.toString()).resize(8, 8).x();
            assertThat(x.shape()).isEqualTo(Shape.of(1, 3, 8, 8));
        });
        assertThat(refused).isBetween(Mutated.count() / 10, Mutated.count());
    }
}

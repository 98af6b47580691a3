package percolate.plotting.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.ones;
import static percolate.Percolate.rand;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.convolution;
import static percolate.plotting.Pictures.pooling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.kernel.api.MimeBundle;

class MovingTest {
    private final PoolingSteps four =
            pooling(tensor(new float[][] {{1, 2, 3, 4}, {5, 6, 7, 8}, {1, 2, 3, 4}, {5, 6, 7, 8}}), 2);

    private static String html(Moving<?> moving) {
        return (String) moving.bundle().data().get(MimeBundle.HTML);
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    @Test
    void stepsAreNumberedFromOne() {
        assertThat(four.steps()).hasSize(4);
        assertThat(four.step(2).alt())
                .startsWith("step 2 of 4: ")
                .isEqualTo(four.steps().get(1).alt());
        assertThatThrownBy(() -> four.step(0))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("step(0): expected a step from 1 to 4; steps().size() tells how many there are");
        assertThatThrownBy(() -> four.step(5)).hasMessageContaining("from 1 to 4");
    }

    @Test
    void allStepsHaveOneSize() {
        assertThat(four.steps())
                .extracting(step -> step.size())
                .containsOnly(four.step(1).size());
        assertThat(four.size(500, 400).steps()).allSatisfy(step -> {
            assertThat(step.size().width()).isEqualTo(500);
            assertThat(step.size().height()).isEqualTo(400);
        });
    }

    @Test
    void withersChangeTheStepsAndNotTheOriginal() {
        var before = four.step(1).png();

        assertThat(four.title("Pool").step(1).alt()).startsWith("Pool · step 1 of 4: ");
        assertThat(four.title("Pool")).hasToString("Pool: " + four.alt());
        assertThat(four.dark().step(1).png()).isNotEqualTo(before);
        assertThat(four.step(1).png()).isEqualTo(before);
    }

    @Test
    void aPageFoldsEachStepBelowItsSentenceAndNeedsNoScript() {
        var html = html(four);

        assertThat(count(html, "<details")).isEqualTo(4);
        assertThat(count(html, "<details open")).isEqualTo(1);
        assertThat(html)
                .contains("<summary>step 2 of 4: row 0, column 1 of the result: the largest of 4 is 8")
                .contains("<img src=\"data:image/png;base64,")
                .doesNotContain("<script", "<style", "<svg", "onclick");
        assertThat(four.bundle().data()).containsKeys(MimeBundle.TEXT, MimeBundle.PNG);
        assertThat(four.bundle().data().get(MimeBundle.TEXT)).isEqualTo(four.alt());
        assertThat((Map<?, ?>) four.bundle().metadata().get(MimeBundle.PNG)).hasSize(3);
    }

    @Test
    void ofManyStepsAPageShowsSome() {
        var many = convolution(rand(12, 12), ones(1, 1));
        var html = html(many);

        assertThat(count(html, "<details")).isEqualTo(16);
        assertThat(html).contains("step 1 of 144", "step 144 of 144", "16 of 144 steps; step(i) draws any of them");
    }

    @Test
    void aGifMovesOverAndOver(@TempDir Path folder) throws IOException {
        var file = folder.resolve("new/pool.gif");
        four.pace(0.5).gif(file.toString());

        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(4);
            assertThat(reader.read(3).getWidth())
                    .isEqualTo(2 * four.step(1).size().width());
            var root = tree(reader, 1);
            var control = (IIOMetadataNode)
                    root.getElementsByTagName("GraphicControlExtension").item(0);
            assertThat(control.getAttribute("delayTime")).isEqualTo("50");
            var loop = (IIOMetadataNode)
                    tree(reader, 0).getElementsByTagName("ApplicationExtension").item(0);
            assertThat(loop.getAttribute("applicationID")).isEqualTo("NETSCAPE");
            assertThat((byte[]) loop.getUserObject()).containsExactly(1, 0, 0);
        } finally {
            reader.dispose();
        }
    }

    private static IIOMetadataNode tree(ImageReader reader, int image) throws IOException {
        var metadata = reader.getImageMetadata(image);
        return (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
    }

    @Test
    void aGifIsWrittenWholeUnderItsOwnEnding(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> four.gif(folder.resolve("pool.png").toString()))
                .hasMessageContaining("pictures are saved as GIF; give a name that ends in .gif");
        assertThatThrownBy(() -> four.pace(0)).hasMessageContaining("expected 0.02 to 60 seconds");
        var taken = Files.createDirectories(folder.resolve("taken.gif/inside")).getParent();
        assertThatThrownBy(() -> four.gif(taken.toString())).hasMessageContaining("choose another place");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(taken);
        }
    }
}

package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
    private final Picture picture =
            Picture.of(Plot.of(List.of(Series.of("wave", new double[] {0, 1, 2}, new double[] {0, 1, 0}))));

    @Test
    void hasTwoPixelsForEachCssPixel() {
        var image = Look.at(picture.size(300, 200));

        assertThat(image.getWidth()).isEqualTo(600);
        assertThat(image.getHeight()).isEqualTo(400);
    }

    @Test
    void makesRoomForItsTitle() {
        assertThat(picture.title("A wave").size().height())
                .isGreaterThan(picture.size().height());
        assertThat(Look.count(Look.at(picture.title("A wave")), Theme.LIGHT.ink()))
                .isPositive();
        assertThat(picture.title("A wave").alt()).startsWith("A wave: ");
    }

    @Test
    void bringsItsOwnGround() {
        var light = Look.at(picture);
        var dark = Look.at(picture.dark());

        assertThat(Look.count(light, Theme.LIGHT.ground())).isGreaterThan(100_000);
        assertThat(Look.count(dark, Theme.DARK.ground())).isGreaterThan(100_000);
        assertThat(Look.count(dark, Theme.DARK.color(0))).isPositive();
    }

    @Test
    void hasRoundTransparentCorners() {
        assertThat(Look.at(picture).getRGB(0, 0) >>> 24).isZero();
    }

    @Test
    void isNotChangedByItsWithers() {
        var before = picture.png();
        picture.title("x").size(100, 100).dark();

        assertThat(picture.png()).isEqualTo(before);
    }

    @Test
    void isSavedWholeAndReplacesWhatWasThere(@TempDir Path folder) throws IOException {
        var file = folder.resolve("new/wave.png");
        picture.size(100, 100).save(file.toString());
        picture.save(file.toString());

        assertThat(Files.readAllBytes(file)).isEqualTo(picture.png());
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void refusesToSaveAnythingButPng() {
        assertThatThrownBy(() -> picture.save("wave.jpg"))
                .hasMessage("save(\"wave.jpg\"): pictures are saved as PNG; give a name that ends in .png");
    }

    @Test
    void saysWhereItCouldNotBeSavedAndLeavesNothingBehind(@TempDir Path folder) throws IOException {
        var taken = Files.createDirectories(folder.resolve("taken.png/inside")).getParent();

        assertThatThrownBy(() -> picture.save(taken.toString()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("taken.png")
                .hasMessageContaining("choose another place");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(taken);
        }
    }

    @Test
    void refusesSizesThatCannotBeDrawn() {
        assertThatThrownBy(() -> picture.size(0, 100))
                .hasMessage(
                        "size(0, 100): width and height lie between 60 and 4000 pixels; give them as size(600, 400)");
        assertThatThrownBy(() -> picture.size(100, 100_000)).hasMessageContaining("between 60 and 4000");
    }

    @Test
    void canBeDrawnAtTheSmallestSize() {
        assertThat(Look.at(picture.title("A wave").size(60, 60)).getWidth()).isEqualTo(120);
    }
}

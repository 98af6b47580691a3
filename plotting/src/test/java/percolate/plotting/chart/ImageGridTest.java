package percolate.plotting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageGridTest {
    private static final float[] CHECKERED = {0, 1, 1, 0};

    private static Tile tile(Sign verdict, String... lines) {
        return new Tile(Pixels.of(CHECKERED, 0, 1, 2, 2, 0, 1), List.of(lines), Optional.ofNullable(verdict));
    }

    private static Picture grid(int count, String note) {
        return Picture.of(new ImageGrid(Collections.nCopies(count, tile(null, "7")), note, count + " images"));
    }

    @Test
    void showsEachValueAsACrispSquare() {
        var image = Look.at(grid(1, ""));
        int left = 2 * 14;

        // 76 CSS pixels are 152 device pixels, 76 for each value.
        for (int y = 2; y < 150; y++) {
            for (int x = 2; x < 150; x++) {
                boolean white = x < 76 != y < 76;
                assertThat(image.getRGB(left + x, left + y)).isEqualTo((white ? Color.WHITE : Color.BLACK).getRGB());
            }
        }
    }

    @Test
    void showsColour() {
        var red = Pixels.of(new float[] {1, 0, 0}, 0, 3, 1, 1, 0, 1);
        var picture = Picture.of(new ImageGrid(List.of(new Tile(red, List.of(), Optional.empty())), "", "red"));

        assertThat(Look.count(Look.at(picture), Color.RED)).isGreaterThan(140 * 140);
    }

    @Test
    void marksWhatIsWrongByFrameAndSign() {
        var right = Picture.of(new ImageGrid(List.of(tile(Sign.CHECK, "7  99%", "truth 7")), "", ""));
        var wrong = Picture.of(new ImageGrid(List.of(tile(Sign.CROSS, "1  99%", "truth 7")), "", ""));

        assertThat(Look.count(Look.at(right), Theme.LIGHT.bad())).isZero();
        assertThat(Look.count(Look.at(wrong), Theme.LIGHT.bad())).isGreaterThan(1000);
    }

    @Test
    void fillsRowsOfFiveToEight() {
        assertThat(grid(5, "").size().height()).isEqualTo(grid(1, "").size().height());
        assertThat(grid(10, "").size().width()).isEqualTo(grid(5, "").size().width());
        assertThat(grid(40, "").size().width()).isEqualTo(grid(8, "").size().width());
    }

    @Test
    void fitsIntoAnySize() {
        assertThat(Look.at(grid(40, "first 40 of 1,797").size(200, 900)).getHeight())
                .isEqualTo(1800);
        assertThat(Look.at(grid(40, "").size(60, 60)).getHeight()).isEqualTo(120);
    }

    @Test
    void shrinksLargeImagesWithoutLosingTheirBrightness() {
        var values = new float[400 * 400];
        for (int at = 0; at < values.length; at++) {
            values[at] = (at % 400 + at / 400) % 2;
        }
        var tile = new Tile(Pixels.of(values, 0, 1, 400, 400, 0, 1), List.of(), Optional.empty());
        var image = Look.at(Picture.of(new ImageGrid(List.of(tile), "", "")));

        assertThat(image.getRGB(100, 100) & 0xFF).isBetween(90, 165);
    }

    @Test
    void refusesToShowNothing() {
        assertThatThrownBy(() -> grid(0, "")).hasMessage("images: there is no image to show");
    }

    @Test
    void refusesTwoChannels() {
        assertThatThrownBy(() -> Pixels.of(new float[8], 0, 2, 2, 2, 0, 1))
                .hasMessage("image: expected 1 or 3 channels, got 2");
    }
}

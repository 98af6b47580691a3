package percolate.plotting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.dense;
import static percolate.Percolate.flatten;
import static percolate.Percolate.input;
import static percolate.Percolate.ones;
import static percolate.Percolate.rand;
import static percolate.Percolate.sequential;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.occlusion;

import java.util.Map;
import org.junit.jupiter.api.Test;
import percolate.Model;

class OcclusionTest {
    /** Class 1 hangs on one pixel alone, class 0 on nothing. */
    private static Model onePixel(int side, int pixel) {
        var weights = new float[side * side][2];
        weights[pixel][1] = 3;
        return sequential(input(1, side, side), flatten(), dense(2))
                .weights(Map.of("dense1.weight", tensor(weights), "dense1.bias", tensor(0f, 0f)));
    }

    @Test
    void findsTheOnePixelAPredictionHangsOn() {
        var image = new float[16];
        image[6] = 1;
        var map = occlusion(onePixel(4, 6), tensor(image).reshape(1, 4, 4))
                .patch(1)
                .values()
                .toDoubleArray();
        double mean = 1 / 16.0;
        double fall = 1 / (1 + Math.exp(-3)) - 1 / (1 + Math.exp(-3 * mean));

        for (int at = 0; at < 16; at++) {
            assertThat(map[at]).isCloseTo(at == 6 ? fall : 0, within(1e-6));
        }
    }

    @Test
    void takesTheMeanOfTheSquaresThatCoverAPixel() {
        var image = new float[16];
        image[0] = 1;
        var map = occlusion(onePixel(4, 0), tensor(image).reshape(1, 4, 4))
                .patch(2)
                .values()
                .toDoubleArray();
        double fall = 1 / (1 + Math.exp(-3)) - 1 / (1 + Math.exp(-3 / 16.0));

        assertThat(map[0]).isCloseTo(fall, within(1e-6));
        assertThat(map[1]).isCloseTo(fall / 2, within(1e-6));
        assertThat(map[5]).isCloseTo(fall / 4, within(1e-6));
        assertThat(map[15]).isCloseTo(0, within(1e-6));
    }

    @Test
    void saysWhereThePredictionLosesMost() {
        var image = new float[16];
        image[6] = 1;
        assertThat(occlusion(onePixel(4, 6), tensor(image).reshape(1, 4, 4)).alt())
                .startsWith(
                        "what class 1 (95%) loses where a square of 1 × 1 pixels covers the image: strongest at row 1,"
                                + " column 2");
    }

    @Test
    void saysWhatItCannotTake() {
        assertThatThrownBy(() -> occlusion(onePixel(4, 0), rand(1, 4, 4)).patch(5))
                .hasMessage(
                        "occlusion: expected a square within the image of 4 × 4, got one of side 5; choose a smaller"
                                + " one");
        assertThatThrownBy(() -> occlusion(sequential(input(1, 4, 4), flatten(), dense(1)), ones(1, 4, 4)))
                .hasMessageContaining("an output for each class, got one output");
    }
}

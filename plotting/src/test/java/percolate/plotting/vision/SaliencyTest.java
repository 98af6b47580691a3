package percolate.plotting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.conv2d;
import static percolate.Percolate.dense;
import static percolate.Percolate.embedding;
import static percolate.Percolate.flatten;
import static percolate.Percolate.input;
import static percolate.Percolate.int64;
import static percolate.Percolate.rand;
import static percolate.Percolate.seed;
import static percolate.Percolate.sequential;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.saliency;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import percolate.Model;
import percolate.ShapeException;

class SaliencyTest {
    private static final float STEP = 1e-2f;

    @BeforeEach
    void alike() {
        seed(3);
    }

    private static Model net(int channels) {
        return sequential(input(channels, 4, 5), conv2d(3, 3).tanh(), flatten(), dense(3));
    }

    @Test
    void isTheSizeOfTheSlopeByFiniteDifferences() {
        var net = net(2);
        var image = rand(2, 4, 5);
        var map = saliency(net, image).label(1).values().toFloatArray();
        var values = image.toFloatArray();
        var expected = new float[20];
        for (int at = 0; at < values.length; at++) {
            float before = values[at];
            values[at] = before + STEP;
            double up =
                    net.predict(tensor(values).reshape(1, 2, 4, 5)).get(0, 1).item();
            values[at] = before - STEP;
            double down =
                    net.predict(tensor(values).reshape(1, 2, 4, 5)).get(0, 1).item();
            values[at] = before;
            expected[at % 20] = Math.max(expected[at % 20], (float) (Math.abs(up - down) / (2 * STEP)));
        }
        for (int at = 0; at < 20; at++) {
            assertThat((double) map[at]).isCloseTo(expected[at], within(2e-3));
        }
    }

    @Test
    void isThatOfThePredictedClassUnlessSaid() {
        var net = net(1);
        var image = rand(1, 4, 5);
        int predicted = net.predict(image.unsqueeze(0)).argmax(1).toInt();

        assertThat(saliency(net, image)
                        .values()
                        .isClose(saliency(net, image).label(predicted).values(), 0))
                .isTrue();
        assertThat(saliency(net, image).alt()).startsWith("saliency for class " + predicted);
    }

    @Test
    void takesImagesWithAndWithoutABatchAndOfOnePixel() {
        var net = net(1);
        var image = rand(1, 4, 5);

        assertThat(saliency(net, image.unsqueeze(0)).alt())
                .isEqualTo(saliency(net, image).alt());
        assertThat(saliency(net, image.reshape(4, 5)).alt())
                .isEqualTo(saliency(net, image).alt());
        var small = sequential(input(1, 1, 1), flatten(), dense(2));
        assertThat(saliency(small, rand(1, 1, 1)).picture().png()).isNotEmpty();
    }

    @Test
    void saysWhatItCannotTake() {
        var net = net(1);
        assertThatThrownBy(() -> saliency(net, rand(7, 1, 4, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("saliency: expected one example, got a batch of 7, [7, 1, 4, 5]; take one, x.get(0)");
        assertThatThrownBy(() -> saliency(net, rand(1, 4, 5)).label(3))
                .hasMessage("saliency: expected a class from 0 to 2, got 3; the network has 3 outputs");
        assertThatThrownBy(() -> saliency(sequential(input(3), dense(2)), rand(3)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("expected an image");
        var words = sequential(input(9).to(int64), embedding(5, 2), flatten(), dense(2));
        assertThatThrownBy(() -> saliency(words, tensor(new int[] {1, 2, 3, 4, 0, 1, 2, 3, 4})))
                .hasMessageStartingWith("saliency: expected an");
    }
}

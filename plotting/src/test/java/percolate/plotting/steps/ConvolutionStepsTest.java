package percolate.plotting.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.conv2d;
import static percolate.Percolate.convTranspose2d;
import static percolate.Percolate.input;
import static percolate.Percolate.rand;
import static percolate.Percolate.randn;
import static percolate.Percolate.sequential;
import static percolate.Percolate.tensor;
import static percolate.Percolate.zeros;
import static percolate.plotting.Pictures.convolution;

import java.util.Map;
import org.junit.jupiter.api.Test;
import percolate.Layer;
import percolate.ShapeException;
import percolate.Tensor;

class ConvolutionStepsTest {
    private static final Tensor IMAGE = randn(2, 6, 5);
    private static final Tensor KERNEL = randn(2, 3, 2);

    /** Compares with the engine's layer. */
    private static void same(ConvolutionSteps steps, Layer layer, int... weight) {
        var net = sequential(input(2, 6, 5), layer);
        var name = net.weights().keySet().stream()
                .filter(key -> key.endsWith("weight"))
                .findFirst()
                .orElseThrow();
        net.weights(Map.of(name, KERNEL.reshape(weight)));
        var bias = net.weights().keySet().stream()
                .filter(key -> key.endsWith("bias"))
                .findFirst()
                .orElseThrow();
        net.weights(Map.of(bias, tensor(new float[] {0.5f})));
        var expected = net.predict(IMAGE.unsqueeze(0));
        var result = steps.bias(0.5).result();

        assertThat(result.rows()).isEqualTo(expected.shape().get(2));
        assertThat(result.columns()).isEqualTo(expected.shape().get(3));
        assertThat(result.values()).containsExactly(expected.toDoubleArray(), within(1e-5));
    }

    @Test
    void givesWhatTheLayerGives() {
        same(convolution(IMAGE, KERNEL), conv2d(1, 3, 2), 1, 2, 3, 2);
        same(
                convolution(IMAGE, KERNEL).stride(2).padding(1).dilation(2),
                conv2d(1, 3, 2).stride(2).padding(1).dilation(2),
                1,
                2,
                3,
                2);
    }

    @Test
    void transposedGivesWhatTheTransposedLayerGives() {
        same(convolution(IMAGE, KERNEL).transposed(), convTranspose2d(1, 3, 2), 2, 1, 3, 2);
        same(
                convolution(IMAGE, KERNEL).stride(2).padding(1).transposed(),
                convTranspose2d(1, 3, 2).stride(2).padding(1),
                2,
                1,
                3,
                2);
    }

    @Test
    void theSumIsWrittenOut() {
        var steps = convolution(tensor(new float[][] {{2, 2}, {1, 1}}), tensor(new float[][] {{-1, 2}, {4, -2}}))
                .bias(1);

        assertThat(steps.steps()).singleElement().satisfies(step -> assertThat(step.alt())
                .isEqualTo("step 1 of 1: row 0, column 0 of the result: 4 products and the bias sum to 5"
                        + " 2·(−1) + 2·2 + 1·4 + 1·(−2) + 1 = 5"));
        assertThat(steps.alt())
                .isEqualTo("convolution of an image of 2 × 2 with a kernel of 2 × 2, bias 1: 1 × 1 numbers, [5]");
    }

    @Test
    void aVolumeSumsOverItsChannels() {
        var volume = tensor(new float[][][] {{{4}}, {{2}}});
        var kernel = tensor(new float[][][] {{{4}}, {{-2}}});

        assertThat(convolution(volume, kernel).step(1).alt()).endsWith("2 products sum to 12 4·4 + 2·(−2) = 12");
    }

    @Test
    void whatIsAddedIsWrittenOutWhereItIsTransposed() {
        var steps = convolution(tensor(new float[][] {{2, 3}}), tensor(new float[][] {{1, -1}}))
                .transposed();

        assertThat(steps.step(2).alt())
                .isEqualTo("step 2 of 2: row 0, column 1 of the image: its 3 times the kernel is added to the result"
                        + " −2 + 3·1 = 1, 0 + 3·(−1) = −3");
        assertThat(steps.alt()).endsWith("1 × 3 numbers, [2 1 −3]");
    }

    @Test
    void largeKernelsAreSummedWithoutTheirProducts() {
        assertThat(convolution(rand(12, 12), rand(9, 9)).step(1).alt())
                .contains("81 products sum to")
                .doesNotContain("·");
    }

    @Test
    void mistakesAreToldInASentence() {
        assertThatThrownBy(() -> convolution(rand(4), rand(2, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("convolution: the image: expected [height, width]");
        assertThatThrownBy(() -> convolution(rand(3, 9, 9), rand(2, 2)))
                .hasMessageContaining("as many channels as the image, 3, got [2, 2]");
        assertThatThrownBy(() -> convolution(rand(2, 2), rand(3, 3)).steps())
                .hasMessageContaining("expected an image of at least 3 rows");
        assertThatThrownBy(() -> convolution(rand(100, 100), rand(3, 3))).hasMessageContaining("which can be seen");
        assertThatThrownBy(() -> convolution(rand(5, 5), rand(3, 3)).stride(0))
                .hasMessage("stride: expected a whole number from 1 to 64, got 0; 1 is usual");
        assertThatThrownBy(() -> convolution(zeros(1, 1), rand(3, 3))
                        .transposed()
                        .padding(2)
                        .steps())
                .hasMessageContaining("a padding that leaves some of the result");
    }
}

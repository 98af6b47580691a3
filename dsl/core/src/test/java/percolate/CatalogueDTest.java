package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers that the overview prints, to the digits it prints; a test begins with the row of the catalogue. */
class CatalogueDTest {
    @Test
    void d7ANeuronWithSigmoidGives0Point002() {
        var neuron = sequential(input(2), dense(1).sigmoid())
                .weights(Map.of(
                        "dense1.weight", tensor(new int[][] {{3}, {-2}}),
                        "dense1.bias", tensor(new int[] {1})));
        var x = tensor(new int[][] {{-1, 2}});
        assertThat(Math.round(neuron.predict(x).item() * 1000) / 1000.0).isEqualTo(0.002);

        var operand = x.mm(tensor(new int[][] {{3}, {-2}})).plus(1);
        assertThat(operand.item()).isEqualTo(-6);
        assertThat((double) operand.sigmoid().item()).isCloseTo(1 / (1 + Math.exp(6)), within(1e-8));
    }

    @Test
    void d10SmallNetworksHave26And41ParametersAnd6And9Neurons() {
        assertThat(sequential(input(3), dense(4), dense(2)).parameterCount()).isEqualTo(26);
        var deeper = sequential(input(3), dense(4), dense(4), dense(1));
        assertThat(deeper.parameterCount()).isEqualTo(41);
        assertThat(deeper.graph().steps().stream().mapToInt(s -> s.out().get(0)).sum())
                .isEqualTo(9);
    }

    @Test
    void d23AOneByOneConvolutionMixesChannels() {
        var net = sequential(input(64, 56, 56), conv2d(32, 1));
        assertThat(net.outputShape()).isEqualTo(Shape.of(32, 56, 56));
        assertThat(net.predict(rand(1, 64, 56, 56)).shape()).isEqualTo(Shape.of(1, 32, 56, 56));
        assertThat(net.parameterCount()).isEqualTo((64 + 1) * 32);
    }

    @Test
    void d23TenFiltersOfFivePadded2Keep32By32WithAFewParameters() {
        var net = sequential(input(3, 32, 32), conv2d(10, 5).padding(2));
        assertThat(net.outputShape()).isEqualTo(Shape.of(10, 32, 32));
        assertThat(net.predict(rand(2, 3, 32, 32)).shape()).isEqualTo(Shape.of(2, 10, 32, 32));
        assertThat(net.parameterCount()).isEqualTo(760);
        assertThat(net.summary().rows().get(0).sizeFormula()).isEqualTo("32 + 2·2 − 5 + 1 = 32");
    }

    @Test
    void d25PoolingTheSlidesTablesGivesTheirNumbers() {
        var first = tensor(3, 8, 1, 4, 5, 2, 6, -1, -3, 5, 9, 1, 4, 5, 7, 2).reshape(1, 1, 4, 4);
        var pool = sequential(input(1, 4, 4), maxPool2d(2));
        assertThat(pool.predict(first).toFloatArray()).containsExactly(8, 6, 5, 9);
        var second = tensor(1, 1, 2, 4, 5, 6, 7, 8, 3, 2, 1, 0, 1, 2, 3, 4).reshape(1, 1, 4, 4);
        assertThat(pool.predict(second).toFloatArray()).containsExactly(6, 8, 3, 4);
        assertThat(sequential(input(64, 224, 224), maxPool2d(2)).outputShape()).isEqualTo(Shape.of(64, 112, 112));
    }

    @Test
    void d21AVerticalEdgeFilterHasTheSlidesRowAndCorner() {
        var image = tensor(
                        4, 9, 2, 5, 8, 3, 5, 6, 2, 4, 0, 3, 2, 4, 5, 4, 5, 2, 5, 6, 5, 4, 7, 8, 5, 7, 7, 9, 2, 1, 5, 8,
                        5, 3, 8, 4)
                .reshape(1, 6, 6);
        var edge = tensor(1, 0, -1, 1, 0, -1, 1, 0, -1).reshape(1, 3, 3);
        var found = Slides.convolved(conv2d(1, 3), edge, 0, image);
        assertThat(found.shape()).isEqualTo(Shape.of(1, 1, 4, 4));
        assertThat(Arrays.copyOf(found.toFloatArray(), 4)).containsExactly(2, 6, -4, 5);
        assertThat(Slides.convolved(conv2d(1, 3).padding(1), edge, 0, image).toFloatArray()[0])
                .isEqualTo(-15);
    }

    @Test
    void d21AConvolutionTakes144MultiplicationsAndOfThreeChannels432() {
        assertThat(conv2d(1, 3).work(Shape.of(1, 6, 6))).isEqualTo(144);
        assertThat(conv2d(1, 3).work(Shape.of(3, 6, 6))).isEqualTo(432);
        assertThat(conv2d(2, 3).outputShape(Shape.of(3, 6, 6))).isEqualTo(Shape.of(2, 4, 4));
        assertThat(sequential(input(3072), dense(10)).parameterCount()).isEqualTo(3073 * 10);
    }

    @Test
    void d25ReluCutsAMapAtZero() {
        var map = tensor(15, 20, -10, 35, 18, -110, 25, 100, 20).reshape(1, 1, 3, 3);
        assertThat(sequential(input(1, 3, 3), relu()).predict(map).toFloatArray())
                .containsExactly(15, 20, 0, 35, 18, 0, 25, 100, 20);
    }

    @Test
    void d12SquaredErrorsOfTheLecturesPredictions() {
        var error = tensor(30, 80, 85).minus(tensor(90, 20, 95));
        assertThat(error.square().toFloatArray()).containsExactly(3600, 3600, 100);
        assertThat(error.square().sum().div(2).item()).isEqualTo(3650);
    }

    /** How many pixels of the middle pixel's input the middle of the output depends on, in one direction. */
    private static int seen(int size, Layer... layers) {
        var net = sequential(input(1, size, size), List.of(layers));
        var x = randn(1, 1, size, size);
        int middle = net.outputShape().get(1) / 2;
        var g = gradients(() -> net.apply(x).get(0, 0, middle, middle), x).of(x);
        return (int) g.reshape(size, size).abs().max(0).gt(0).to(float32).sum().item();
    }

    @Test
    void d36ThreeConvolutionsOf3SeeWhatOneOf7Sees() {
        seed(36);
        assertThat(seen(15, conv2d(1, 7).same())).isEqualTo(7);
        assertThat(seen(15, conv2d(1, 3).same())).isEqualTo(3);
        assertThat(seen(15, conv2d(1, 3).same(), conv2d(1, 3).same())).isEqualTo(5);
        assertThat(seen(
                        15,
                        conv2d(1, 3).same(),
                        conv2d(1, 3).same(),
                        conv2d(1, 3).same()))
                .isEqualTo(7);
    }

    /** With C channels each: 3·9·C² weights instead of 49·C². */
    @Test
    void d36ThreeOf3NeedFewerWeightsThanOneOf7() {
        var three = conv2d(8, 3).same().withBias(false);
        assertThat(sequential(input(8, 9, 9), three, three, three).parameterCount())
                .isEqualTo(27 * 64);
        assertThat(sequential(input(8, 9, 9), conv2d(8, 7).same().withBias(false))
                        .parameterCount())
                .isEqualTo(49 * 64);
    }
}

package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import percolate.model.Conv2d;

/** Numbers that lectures print, to the digits they print. */
class CatalogueTest {
    @Test
    void softmaxOfSevenNumbersHasTheLecturesDigits() {
        var p = tensor(1, 2, 3, 4, 1, 2, 3).softmax(0);
        double[] rounded = Arrays.stream(p.toDoubleArray())
                .map(x -> Math.round(x * 1000) / 1000.0)
                .toArray();
        assertThat(rounded).containsExactly(0.024, 0.064, 0.175, 0.475, 0.024, 0.064, 0.175);
        assertThat((double) p.sum().item()).isCloseTo(1, within(1e-6));
    }

    @Test
    void softmaxAsALayerHasTheSameDigits() {
        var x = tensor(1, 2, 3, 4, 1, 2, 3).reshape(1, 7);
        assertThat(sequential(input(7), softmax()).predict(x).isClose(x.softmax(1), 1e-7))
                .isTrue();
    }

    @Test
    void aDenseLayerHasDPlusOneTimesKParameters() {
        for (int d : new int[] {1, 7, 784}) {
            for (int k : new int[] {1, 10}) {
                assertThat(sequential(input(d), dense(k)).parameterCount()).isEqualTo((d + 1L) * k);
            }
        }
    }

    @Test
    void anImageOf100By100IsTenThousandFeatures() {
        var net = sequential(input(1, 100, 100), flatten(), dense(3));
        assertThat(net.graph().steps().get(0).out()).isEqualTo(Shape.of(10_000));
        assertThat(net.weight("dense1.weight").shape()).isEqualTo(Shape.of(10_000, 3));
        assertThat(net.parameterCount()).isEqualTo(30_003);
    }

    @Test
    void aNeuronWithSigmoidGives0Point002() {
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
    void smallNetworksHave26And41ParametersAnd6And9Neurons() {
        assertThat(sequential(input(3), dense(4), dense(2)).parameterCount()).isEqualTo(26);
        var deeper = sequential(input(3), dense(4), dense(4), dense(1));
        assertThat(deeper.parameterCount()).isEqualTo(41);
        assertThat(deeper.graph().steps().stream().mapToInt(s -> s.out().get(0)).sum())
                .isEqualTo(9);
    }

    @Test
    void aOneByOneConvolutionMixesChannels() {
        var net = sequential(input(64, 56, 56), conv2d(32, 1));
        assertThat(net.outputShape()).isEqualTo(Shape.of(32, 56, 56));
        assertThat(net.predict(rand(1, 64, 56, 56)).shape()).isEqualTo(Shape.of(1, 32, 56, 56));
        assertThat(net.parameterCount()).isEqualTo((64 + 1) * 32);
    }

    @Test
    void tenFiltersOfFivePadded2Keep32By32WithAFewParameters() {
        var net = sequential(input(3, 32, 32), conv2d(10, 5).padding(2));
        assertThat(net.outputShape()).isEqualTo(Shape.of(10, 32, 32));
        assertThat(net.predict(rand(2, 3, 32, 32)).shape()).isEqualTo(Shape.of(2, 10, 32, 32));
        assertThat(net.parameterCount()).isEqualTo(760);
        assertThat(net.summary().rows().get(0).sizeFormula()).isEqualTo("32 + 2·2 − 5 + 1 = 32");
    }

    @Test
    void twoHalfPlanesMakeAnXnor() {
        var halfPlanes = dense(2).weight(tensor(1, -1, 1, -1).reshape(2, 2))
                .bias(tensor(-1.5, 0.5))
                .step();
        var or = dense(1).weight(tensor(1, 1).reshape(2, 1)).bias(tensor(-0.5)).step();
        var x = tensor(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        assertThat(sequential(input(2), halfPlanes, or).predict(x).toFloatArray())
                .containsExactly(1, 0, 0, 1);
    }

    /** One filter over one image, with bias. */
    private static Tensor convolved(Conv2d layer, Tensor filter, Number bias, Tensor image) {
        int channels = filter.size(0);
        int size = filter.size(1);
        var given = layer.weight(filter.reshape(1, channels, size, size)).bias(tensor(bias));
        var input = input(channels, image.size(-2), image.size(-1));
        return sequential(input, given).predict(image.unsqueeze(0));
    }

    @Test
    void aCrossIsFoundByItsFilter() {
        var filter = tensor(0, 2, 3, 2, 4, 1, 0, 3, 0).reshape(1, 3, 3);
        var cross = tensor(0, 1, 0, 1, 1, 1, 0, 1, 0).reshape(1, 3, 3);
        var other = tensor(1, 1, 0, 0, 1, 0, 0, 1, 0).reshape(1, 3, 3);
        assertThat(convolved(conv2d(1, 3), filter, 0, cross).item()).isEqualTo(12);
        assertThat(convolved(conv2d(1, 3), filter, 0, other).item()).isEqualTo(9);
    }

    @Test
    void aPatchOfAVolumeIsTheSumOverItsChannels() {
        var filter = tensor(-2, 3, 5, -1, -2, 3, 5, -1, -2, 3, 5, -1).reshape(3, 2, 2);
        var patch = tensor(3, 1, 4, 1, 2, -1, 0, 1, 1, -1, 2, -1).reshape(3, 2, 2);
        assertThat(convolved(conv2d(1, 2), filter, -2, patch).item()).isEqualTo(16 - 8 + 6 - 2);
    }

    @Test
    void paddingAndStrideOfTheSlidesGiveMinus1Then5Or1() {
        var image = tensor(1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 0, 1, 0, 1).reshape(1, 4, 4);
        var filter = tensor(-1, 2, 4, -2).reshape(1, 2, 2);
        var each = convolved(conv2d(1, 2).padding(1), filter, 1, image).toFloatArray();
        assertThat(Arrays.copyOf(each, 2)).containsExactly(-1, 5);
        var second =
                convolved(conv2d(1, 2).padding(1).stride(2), filter, 1, image).toFloatArray();
        assertThat(Arrays.copyOf(second, 2)).containsExactly(-1, 1);
    }

    @Test
    void poolingTheSlidesTablesGivesTheirNumbers() {
        var first = tensor(3, 8, 1, 4, 5, 2, 6, -1, -3, 5, 9, 1, 4, 5, 7, 2).reshape(1, 1, 4, 4);
        var pool = sequential(input(1, 4, 4), maxPool2d(2));
        assertThat(pool.predict(first).toFloatArray()).containsExactly(8, 6, 5, 9);
        var second = tensor(1, 1, 2, 4, 5, 6, 7, 8, 3, 2, 1, 0, 1, 2, 3, 4).reshape(1, 1, 4, 4);
        assertThat(pool.predict(second).toFloatArray()).containsExactly(6, 8, 3, 4);
        assertThat(sequential(input(64, 224, 224), maxPool2d(2)).outputShape()).isEqualTo(Shape.of(64, 112, 112));
    }

    @Test
    void aVerticalEdgeFilterHasTheSlidesRowAndCorner() {
        var image = tensor(
                        4, 9, 2, 5, 8, 3, 5, 6, 2, 4, 0, 3, 2, 4, 5, 4, 5, 2, 5, 6, 5, 4, 7, 8, 5, 7, 7, 9, 2, 1, 5, 8,
                        5, 3, 8, 4)
                .reshape(1, 6, 6);
        var edge = tensor(1, 0, -1, 1, 0, -1, 1, 0, -1).reshape(1, 3, 3);
        var found = convolved(conv2d(1, 3), edge, 0, image);
        assertThat(found.shape()).isEqualTo(Shape.of(1, 1, 4, 4));
        assertThat(Arrays.copyOf(found.toFloatArray(), 4)).containsExactly(2, 6, -4, 5);
        assertThat(convolved(conv2d(1, 3).padding(1), edge, 0, image).toFloatArray()[0])
                .isEqualTo(-15);
    }

    @Test
    void aConvolutionTakes144MultiplicationsAndOfThreeChannels432() {
        assertThat(conv2d(1, 3).work(Shape.of(1, 6, 6))).isEqualTo(144);
        assertThat(conv2d(1, 3).work(Shape.of(3, 6, 6))).isEqualTo(432);
        assertThat(conv2d(2, 3).outputShape(Shape.of(3, 6, 6))).isEqualTo(Shape.of(2, 4, 4));
        assertThat(sequential(input(3072), dense(10)).parameterCount()).isEqualTo(3073 * 10);
    }

    @Test
    void reluCutsAMapAtZero() {
        var map = tensor(15, 20, -10, 35, 18, -110, 25, 100, 20).reshape(1, 1, 3, 3);
        assertThat(sequential(input(1, 3, 3), relu()).predict(map).toFloatArray())
                .containsExactly(15, 20, 0, 35, 18, 0, 25, 100, 20);
    }

    @Test
    void sharedWeightsAreFewAgainstLocallyConnectedOnes() {
        var shared = sequential(input(3, 32, 32), conv2d(6, 5));
        var local = sequential(input(3, 32, 32), locallyConnected2d(6, 5));
        assertThat(shared.outputShape()).isEqualTo(Shape.of(6, 28, 28)).isEqualTo(local.outputShape());
        assertThat(shared.weight("conv2d1.weight").shape()).isEqualTo(Shape.of(6, 3, 5, 5));
        assertThat(shared.parameterCount()).isEqualTo(456);
        assertThat(local.parameterCount()).isEqualTo((75 + 1) * 6 * 28 * 28);
        assertThat(local.summary().rows().get(0).parameterFormula()).isEqualTo("(5·5·3 + 1)·6·28·28 = 357,504");
    }

    @Test
    void stridePaddingDilationAndTransposeHaveTheirSizes() {
        assertThat(conv2d(1, 3).stride(2).padding(1).sizeFormula(Shape.of(1, 5, 5)))
                .isEqualTo("⌊(5 + 2·1 − 3) / 2⌋ + 1 = 3");
        assertThat(conv2d(1, 3).dilation(2).sizeFormula(Shape.of(1, 7, 7))).isEqualTo("7 − (2·(3 − 1) + 1) + 1 = 3");
        assertThat(convTranspose2d(1, 3).stride(2).padding(1).sizeFormula(Shape.of(1, 3, 3)))
                .isEqualTo("(3 − 1)·2 − 2·1 + 3 = 5");
        assertThat(conv2d(1, 3, 5).sizeFormula(Shape.of(1, 7, 7))).isEqualTo("7 − 3 + 1 = 5, 7 − 5 + 1 = 3");
    }

    @Test
    void theVariantsOfGatedUnitsHaveTheCountsOfTheirEquations() {
        // One gate of 8 units over 3 inputs: (3 + 8)·8 + 8 = 96.
        assertThat(counts(simpleRnn(8))).isEqualTo("(3 + 8)·8 + 8 = 96");
        assertThat(counts(lstm(8))).isEqualTo("4·((3 + 8)·8 + 8) = 384 in textbooks; with a second bias + 4·8 = 416");
        assertThat(counts(lstm(8).peephole())).isEqualTo("4·((3 + 8)·8 + 8) + 3·8 = 408");
        assertThat(counts(lstm(8).coupledGates())).isEqualTo("3·((3 + 8)·8 + 8) = 288");
        assertThat(counts(gru(8))).isEqualTo("3·((3 + 8)·8 + 8) = 288 in textbooks; with a second bias + 3·8 = 312");
        assertThat(counts(gru(8).cho())).isEqualTo("3·((3 + 8)·8 + 8) = 288");
        assertThat(counts(minimalGru(8))).isEqualTo("2·((3 + 8)·8 + 8) = 192");
        assertThat(counts(lstm(8).withBias(false))).isEqualTo("4·(3 + 8)·8 = 352");
        assertThat(counts(gru(8).cho().layers(2))).isEqualTo("3·((3 + 8)·8 + 8) + 3·((8 + 8)·8 + 8) = 696");
        assertThat(counts(bidirectional(minimalGru(8)))).isEqualTo("2·(2·((3 + 8)·8 + 8)) = 384");
    }

    private static String counts(Layer layer) {
        var row = sequential(input(TIME, 3), layer).summary().rows().get(0);
        assertThat(row.parameterFormula()).endsWith(" = " + row.parameters());
        return row.parameterFormula();
    }
}

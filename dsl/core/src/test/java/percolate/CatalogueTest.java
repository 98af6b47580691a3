package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.util.Arrays;
import java.util.List;
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
        assertThat(counts(lstm(8).peephole())).isEqualTo("one bias as in textbooks: 4·((3 + 8)·8 + 8) + 3·8 = 408");
        assertThat(counts(lstm(8).coupledGates())).isEqualTo("one bias as in textbooks: 3·((3 + 8)·8 + 8) = 288");
        assertThat(counts(gru(8))).isEqualTo("3·((3 + 8)·8 + 8) = 288 in textbooks; with a second bias + 3·8 = 312");
        assertThat(counts(gru(8).cho())).isEqualTo("one bias as in textbooks: 3·((3 + 8)·8 + 8) = 288");
        assertThat(counts(minimalGru(8))).isEqualTo("one bias as in textbooks: 2·((3 + 8)·8 + 8) = 192");
        assertThat(counts(lstm(8).withBias(false))).isEqualTo("4·(3 + 8)·8 = 352");
        assertThat(counts(gru(8).cho().layers(2))).isEqualTo("one bias as in textbooks: 3·((3 + 8)·8 + 8) + 3·((8 + 8)·8 + 8) = 696");
        assertThat(counts(bidirectional(minimalGru(8)))).isEqualTo("one bias as in textbooks: 2·(2·((3 + 8)·8 + 8)) = 384");
    }

    @Test
    void xnorIsLearnedWithWhatFitChooses() {
        var x = tensor(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        var y = tensor(1, 0, 0, 1).reshape(4, 1);
        for (int seed = 1; seed <= 20; seed++) {
            var net = sequential(input(2), dense(8).tanh(), dense(1).sigmoid());
            net.train(dataset(x, y)).seed(seed).quiet().fit();
            assertThat(net.predict(x).round().isClose(y, 0)).as("seed " + seed).isTrue();
        }
    }

    private static String counts(Layer layer) {
        var row = sequential(input(TIME, 3), layer).summary().rows().get(0);
        assertThat(row.parameterFormula()).endsWith(" = " + row.parameters());
        return row.parameterFormula();
    }

    @Test
    void shapesOfAPerceptronWithTwoHiddenLayersOfThree() {
        var x = tensor(new float[][] {{0.5f, -1}});
        var s1 = x.mm(randn(2, 3)).plus(randn(3));
        var s2 = s1.tanh().mm(randn(3, 3)).plus(randn(3));
        var y = s2.tanh().mm(randn(3, 1)).plus(randn(1)).sigmoid();
        assertThat(s1.shape()).isEqualTo(Shape.of(1, 3));
        assertThat(s2.shape()).isEqualTo(Shape.of(1, 3));
        assertThat(y.shape()).isEqualTo(Shape.of(1, 1));
    }

    @Test
    void sensitivitiesByHandAreTheGradients() {
        seed(7);
        var x = randn(1, 3);
        var y = tensor(1).reshape(1, 1);
        var w1 = parameter(randn(3, 4));
        var w2 = parameter(randn(4, 1));
        var s1 = x.mm(w1);
        var x1 = s1.tanh();
        var s2 = x1.mm(w2);
        var found = s2.tanh();
        var g = gradients(found.minus(y).square().sum(), w1, w2, s1, s2);
        var d2 = found.minus(y).times(2).times(slope(s2));
        var d1 = slope(s1).times(d2.mm(w2.t()));
        assertThat(g.of(s2).isClose(d2, 1e-5)).isTrue();
        assertThat(g.of(s1).isClose(d1, 1e-5)).isTrue();
        assertThat(g.of(w2).isClose(x1.t().mm(d2), 1e-5)).isTrue();
        assertThat(g.of(w1).isClose(x.t().mm(d1), 1e-5)).isTrue();
    }

    private static Tensor slope(Tensor s) {
        return s.tanh().square().oneMinus();
    }

    @Test
    void aPatchUnderAFilterGives12And9() {
        var filter = tensor(new float[][] {{0, 2, 3}, {2, 4, 1}, {0, 3, 0}});
        var like = tensor(new float[][] {{0, 1, 0}, {1, 1, 1}, {0, 1, 0}});
        var unlike = tensor(new float[][] {{1, 1, 0}, {0, 1, 0}, {0, 1, 0}});
        assertThat(like.times(filter).sum().item()).isEqualTo(12);
        assertThat(unlike.times(filter).sum().item()).isEqualTo(9);
        assertThat(unlike.reshape(1, 1, 3, 3).conv2d(filter.reshape(1, 1, 3, 3)).item())
                .isEqualTo(9);
    }

    @Test
    void aPatchOfAVolumeGives16Minus8Plus6Minus2() {
        var volume = tensor(new float[][][] {{{3, 1}, {4, 1}}, {{2, -1}, {0, 1}}, {{1, -1}, {2, -1}}});
        var filter = tensor(new float[][] {{-2, 3}, {5, -1}});
        assertThat(volume.times(filter).sum(1, 2).toFloatArray()).containsExactly(16, -8, 6);
        assertThat(volume.unsqueeze(0)
                        .conv2d(filter.expand(1, 3, 2, 2))
                        .plus(-2)
                        .item())
                .isEqualTo(12);
    }

    @Test
    void aFilterSlidesOverAPaddedImage() {
        var image = tensor(new float[][] {{1, 0, 0, 1}, {1, 0, 1, 0}, {1, 1, 0, 0}, {0, 1, 0, 1}});
        var filter = tensor(new float[][] {{-1, 2}, {4, -2}});
        var slid = image.reshape(1, 1, 4, 4)
                .conv2d(filter.reshape(1, 1, 2, 2), 1, 1)
                .plus(1);
        assertThat(slid.shape()).isEqualTo(Shape.of(1, 1, 5, 5));
        assertThat(slid.get(0, 0, 0, 0).item()).isEqualTo(-1);
    }

    @Test
    void twoByTwoPoolingOfTheFourByFourTable() {
        var table = tensor(new float[][] {{3, 8, 1, 4}, {5, 2, 6, -1}, {-3, 5, 9, 1}, {4, 5, 7, 2}});
        var pooled = table.reshape(1, 1, 4, 4).maxPool2d(2);
        assertThat(pooled.reshape(2, 2).toFloatMatrix()).isDeepEqualTo(new float[][] {{8, 6}, {5, 9}});
    }

    @Test
    void maxPoolingPassesTheGradientToTheLargest() {
        var x = parameter(tensor(1, 1, 2, 4, 5, 6, 7, 8, 3, 2, 1, 0, 1, 2, 3, 4).reshape(1, 1, 4, 4));
        var g = gradients(x.maxPool2d(2).sum(), x).of(x);
        assertThat(g.flatten().toFloatArray()).containsExactly(0, 0, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1);
    }

    @Test
    void twoPathsOfTheChainRuleAddUp() {
        var w = parameter(0.7);
        var z = w.times(2);
        var left = z.sin();
        var right = z.square();
        var y = left.times(right);
        var g = gradients(y, w, z, left, right);
        double at = 1.4f;
        assertThat((double) g.of(left).item()).isCloseTo(at * at, within(1e-5));
        assertThat((double) g.of(right).item()).isCloseTo(Math.sin(at), within(1e-5));
        double whole = 2 * (Math.cos(at) * at * at + Math.sin(at) * 2 * at);
        assertThat((double) g.of(w).item()).isCloseTo(whole, within(1e-5));
        assertThat((double) derivative(t -> t.times(2).sin().times(t.times(2).square()), 0.7)
                        .item())
                .isCloseTo(whole, within(1e-5));
    }

    @Test
    void theOnlinePerceptronEndsAtMinusOneAndOne() {
        var w = zeros(2);
        for (int[] o : new int[][] {{1, -1, -1}, {-1, 1, 1}}) {
            var x = tensor(o[0], o[1]);
            if (w.times(x).sum().item() * o[2] <= 0) {
                w = w.plus(x.times(o[2]));
            }
            assertThat(w.toFloatArray()).containsExactly(-1, 1);
        }
    }

    @Test
    void theSmallestPerceptronRunsAway() {
        var w = tensor(0);
        double[][] data = {{10, 10.1}, {2, 1.9}, {3.5, 3.4}, {1, 1.1}};
        double[] lecture = {101, -299.2, 3377.9, 1.1};
        for (int i = 0; i < 3; i++) {
            w = w.plus(w.times(data[i][0]).minus(data[i][1]).unaryMinus().times(data[i][0]));
            assertThat((double) w.item()).isCloseTo(lecture[i], within(0.1));
        }
        assertThat(w.plus(w.minus(1.1).unaryMinus()).isClose(lecture[3], 1e-3)).isTrue();
        var x = tensor(10, 2, 3.5, 1);
        var y = tensor(10.1, 1.9, 3.4, 1.1);
        double least = x.times(y).sum().div(x.square().sum()).item();
        assertThat(least).isCloseTo(1.0047, within(5e-5));
    }

    @Test
    void everyFactorOfAFourLayerChain() {
        var x = tensor(0.5);
        var w1 = parameter(0.4);
        var w2 = parameter(-0.7);
        var w3 = parameter(1.2);
        var s1 = w1.times(x);
        var h1 = s1.tanh();
        var s2 = w2.times(h1);
        var h2 = s2.tanh();
        var s3 = w3.times(h2);
        var y = s3.tanh();
        var chain = List.of(y, s3, h2, s2, h1, s1, w1);
        double product = 1;
        for (int i = 0; i + 1 < chain.size(); i++) {
            product *= gradients(chain.get(i), chain.get(i + 1))
                    .of(chain.get(i + 1))
                    .item();
        }
        assertThat((double) gradients(y, w1).of(w1).item()).isCloseTo(product, within(1e-7));
        assertThat(gradients(s3, h2).of(h2).item()).isEqualTo(1.2f);
    }

    @Test
    void squaredErrorsOfTheLecturesPredictions() {
        var error = tensor(30, 80, 85).minus(tensor(90, 20, 95));
        assertThat(error.square().toFloatArray()).containsExactly(3600, 3600, 100);
        assertThat(error.square().sum().div(2).item()).isEqualTo(3650);
    }

    @Test
    void gradientsThroughTimeFollowTheLargestSingularValue() {
        seed(5);
        var w = randn(16, 16);
        var largest = w.svd().get(1).max();
        var norms = new float[2];
        float[] scales = {0.5f, 1.5f};
        for (int i = 0; i < 2; i++) {
            var wh = w.div(largest).times(scales[i]);
            var h0 = parameter(full(0.01, 1, 16));
            var h = h0.times(1);
            for (int t = 0; t < 30; t++) {
                h = h.mm(wh);
            }
            norms[i] = gradients(h.sum(), h0).norm();
        }
        assertThat(norms[0]).isLessThan((float) (4 * Math.pow(0.5, 30)));
        assertThat(norms[1]).isGreaterThan(1e5f * norms[0]);
    }
}

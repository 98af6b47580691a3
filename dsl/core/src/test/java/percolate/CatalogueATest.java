package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Numbers that the introduction prints, to the digits it prints; a test begins with the row of the catalogue. */
class CatalogueATest {
    @Test
    void a10SoftmaxOfSevenNumbersHasTheLecturesDigits() {
        var p = tensor(1, 2, 3, 4, 1, 2, 3).softmax(0);
        double[] rounded = Arrays.stream(p.toDoubleArray())
                .map(x -> Math.round(x * 1000) / 1000.0)
                .toArray();
        assertThat(rounded).containsExactly(0.024, 0.064, 0.175, 0.475, 0.024, 0.064, 0.175);
        assertThat((double) p.sum().item()).isCloseTo(1, within(1e-6));
    }

    @Test
    void a10SoftmaxAsALayerHasTheSameDigits() {
        var x = tensor(1, 2, 3, 4, 1, 2, 3).reshape(1, 7);
        assertThat(sequential(input(7), softmax()).predict(x).isClose(x.softmax(1), 1e-7))
                .isTrue();
    }

    @Test
    void a14ADenseLayerHasDPlusOneTimesKParameters() {
        for (int d : new int[] {1, 7, 784}) {
            for (int k : new int[] {1, 10}) {
                assertThat(sequential(input(d), dense(k)).parameterCount()).isEqualTo((d + 1L) * k);
            }
        }
    }

    @Test
    void a14AnImageOf100By100IsTenThousandFeatures() {
        var net = sequential(input(1, 100, 100), flatten(), dense(3));
        assertThat(net.graph().steps().get(0).out()).isEqualTo(Shape.of(10_000));
        assertThat(net.weight("dense1.weight").shape()).isEqualTo(Shape.of(10_000, 3));
        assertThat(net.parameterCount()).isEqualTo(30_003);
    }

    @Test
    void a3TwoHalfPlanesMakeAnXnor() {
        var halfPlanes = dense(2).weight(tensor(1, -1, 1, -1).reshape(2, 2))
                .bias(tensor(-1.5, 0.5))
                .step();
        var or = dense(1).weight(tensor(1, 1).reshape(2, 1)).bias(tensor(-0.5)).step();
        var x = tensor(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        assertThat(sequential(input(2), halfPlanes, or).predict(x).toFloatArray())
                .containsExactly(1, 0, 0, 1);
    }

    @Test
    void a15ACrossIsFoundByItsFilter() {
        var filter = tensor(0, 2, 3, 2, 4, 1, 0, 3, 0).reshape(1, 3, 3);
        var cross = tensor(0, 1, 0, 1, 1, 1, 0, 1, 0).reshape(1, 3, 3);
        var other = tensor(1, 1, 0, 0, 1, 0, 0, 1, 0).reshape(1, 3, 3);
        assertThat(Slides.convolved(conv2d(1, 3), filter, 0, cross).item()).isEqualTo(12);
        assertThat(Slides.convolved(conv2d(1, 3), filter, 0, other).item()).isEqualTo(9);
    }

    @Test
    void a15APatchOfAVolumeIsTheSumOverItsChannels() {
        var filter = tensor(-2, 3, 5, -1, -2, 3, 5, -1, -2, 3, 5, -1).reshape(3, 2, 2);
        var patch = tensor(3, 1, 4, 1, 2, -1, 0, 1, 1, -1, 2, -1).reshape(3, 2, 2);
        assertThat(Slides.convolved(conv2d(1, 2), filter, -2, patch).item()).isEqualTo(16 - 8 + 6 - 2);
    }

    @Test
    void a16PaddingAndStrideOfTheSlidesGiveMinus1Then5Or1() {
        var image = tensor(1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 0, 1, 0, 1).reshape(1, 4, 4);
        var filter = tensor(-1, 2, 4, -2).reshape(1, 2, 2);
        var each = Slides.convolved(conv2d(1, 2).padding(1), filter, 1, image).toFloatArray();
        assertThat(Arrays.copyOf(each, 2)).containsExactly(-1, 5);
        var second = Slides.convolved(conv2d(1, 2).padding(1).stride(2), filter, 1, image)
                .toFloatArray();
        assertThat(Arrays.copyOf(second, 2)).containsExactly(-1, 1);
    }

    @Test
    void a4ShapesOfAPerceptronWithTwoHiddenLayersOfThree() {
        var x = tensor(new float[][] {{0.5f, -1}});
        var s1 = x.mm(randn(2, 3)).plus(randn(3));
        var s2 = s1.tanh().mm(randn(3, 3)).plus(randn(3));
        var y = s2.tanh().mm(randn(3, 1)).plus(randn(1)).sigmoid();
        assertThat(s1.shape()).isEqualTo(Shape.of(1, 3));
        assertThat(s2.shape()).isEqualTo(Shape.of(1, 3));
        assertThat(y.shape()).isEqualTo(Shape.of(1, 1));
    }

    @Test
    void a7SensitivitiesByHandAreTheGradients() {
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
    void a15APatchUnderAFilterGives12And9() {
        var filter = tensor(new float[][] {{0, 2, 3}, {2, 4, 1}, {0, 3, 0}});
        var like = tensor(new float[][] {{0, 1, 0}, {1, 1, 1}, {0, 1, 0}});
        var unlike = tensor(new float[][] {{1, 1, 0}, {0, 1, 0}, {0, 1, 0}});
        assertThat(like.times(filter).sum().item()).isEqualTo(12);
        assertThat(unlike.times(filter).sum().item()).isEqualTo(9);
        assertThat(unlike.reshape(1, 1, 3, 3).conv2d(filter.reshape(1, 1, 3, 3)).item())
                .isEqualTo(9);
    }

    @Test
    void a15APatchOfAVolumeGives16Minus8Plus6Minus2() {
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
    void a16AFilterSlidesOverAPaddedImage() {
        var image = tensor(new float[][] {{1, 0, 0, 1}, {1, 0, 1, 0}, {1, 1, 0, 0}, {0, 1, 0, 1}});
        var filter = tensor(new float[][] {{-1, 2}, {4, -2}});
        var slid = image.reshape(1, 1, 4, 4)
                .conv2d(filter.reshape(1, 1, 2, 2), 1, 1)
                .plus(1);
        assertThat(slid.shape()).isEqualTo(Shape.of(1, 1, 5, 5));
        assertThat(slid.get(0, 0, 0, 0).item()).isEqualTo(-1);
    }

    @Test
    void a16TwoByTwoPoolingOfTheFourByFourTable() {
        var table = tensor(new float[][] {{3, 8, 1, 4}, {5, 2, 6, -1}, {-3, 5, 9, 1}, {4, 5, 7, 2}});
        var pooled = table.reshape(1, 1, 4, 4).maxPool2d(2);
        assertThat(pooled.reshape(2, 2).toFloatMatrix()).isDeepEqualTo(new float[][] {{8, 6}, {5, 9}});
    }

    @Test
    void a17SplitWeightsAreTheConcatenatedOnes() {
        seed(17);
        var wx = randn(3, 4);
        var wy = randn(4, 4);
        var b = randn(4);
        for (int examples : new int[] {1, 5}) {
            var x = randn(examples, 3);
            var y = randn(examples, 4);
            var split = x.mm(wx).plus(y.mm(wy)).plus(b).tanh();
            var joined = concat(1, x, y).mm(concat(0, wx, wy)).plus(b).tanh();
            assertThat(split.shape()).isEqualTo(Shape.of(examples, 4));
            assertThat(joined.isClose(split, 1e-6)).isTrue();
        }
    }

    @Test
    void a17ARecurrentLayerIsItsUnrolledSteps() {
        seed(18);
        var net = sequential(input(TIME, 3), simpleRnn(4).returnSequences());
        var x = randn(2, 5, 3);
        var h = zeros(2, 4);
        var steps = new Tensor[5];
        for (int t = 0; t < 5; t++) {
            var xt = x.slice(1, t, t + 1).reshape(2, 3);
            h = xt.mm(net.weight("simpleRnn1.input"))
                    .plus(h.mm(net.weight("simpleRnn1.recurrent")))
                    .plus(net.weight("simpleRnn1.bias"))
                    .tanh();
            steps[t] = h.unsqueeze(1);
        }
        assertThat(net.predict(x).isClose(concat(1, steps), 1e-6)).isTrue();
    }

    /** A memory cell: h = f(h, x) is kept, y = g(h, x) is shown. */
    @Test
    void a17AMemoryCellShowsAFunctionOfItsState() {
        var sums = new Cell(1) {
            @Override
            public Tensor next(Tensor x, Tensor h) {
                return h.plus(x);
            }

            @Override
            public Tensor output(Tensor h) {
                return h.square();
            }
        };
        var net = sequential(input(TIME, 1), recurrent(sums).returnSequences());
        assertThat(net.predict(tensor(1, 2, 3).reshape(1, 3, 1)).toFloatArray()).containsExactly(1, 9, 36);
    }
}

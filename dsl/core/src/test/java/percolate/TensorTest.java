package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TensorTest {
    private final Tensor x = tensor(new float[][] {{1, 2, 3}, {4, 5, 6}});

    @Test
    void aNumberMakesAScalarAndAnArrayAVector() {
        assertThat(tensor(3).shape()).isEqualTo(Shape.of());
        assertThat(tensor(new int[] {3}).shape()).isEqualTo(Shape.of(1));
        assertThat(tensor(1, 2.5, 3).toFloatArray()).containsExactly(1, 2.5f, 3);
        assertThat(tensor(List.of(1, 2)).toFloatArray()).containsExactly(1, 2);
        assertThat(tensor(new int[][] {{1, 2}, {3, 4}}).toFloatArray()).containsExactly(1, 2, 3, 4);
        assertThat(tensor(new float[0][]).size()).isZero();
    }

    @Test
    void tensorsAreFloat32UnlessToldOtherwise() {
        assertThat(tensor(1).dtype()).isEqualTo(float32);
        assertThat(tensor(1.5, 2).dtype()).isEqualTo(float32);
        assertThat(tensor(new double[][] {{1}}).dtype()).isEqualTo(float32);
        assertThat(tensor(1L, 2L).dtype()).isEqualTo(int64);
        assertThat(arange(3).dtype()).isEqualTo(float32);
        assertThat(randint(0, 3, 4).dtype()).isEqualTo(int64);
    }

    @Test
    void makersFillTheirShapes() {
        assertThat(zeros(2, 2).toFloatArray()).containsExactly(0, 0, 0, 0);
        assertThat(ones(2).toFloatArray()).containsExactly(1, 1);
        assertThat(full(2.5, 2, 1).toFloatArray()).containsExactly(2.5f, 2.5f);
        assertThat(eye(2).toFloatArray()).containsExactly(1, 0, 0, 1);
        assertThat(eye(0).shape()).isEqualTo(Shape.of(0, 0));
        assertThat(zeros(new int[0]).item()).isZero();
    }

    @Test
    void arangeStopsBeforeItsEndAndLinspaceAtIt() {
        assertThat(arange(3).toFloatArray()).containsExactly(0, 1, 2);
        assertThat(arange(1, 2, 0.5).toFloatArray()).containsExactly(1, 1.5f);
        assertThat(arange(2, 0, -1).toFloatArray()).containsExactly(2, 1);
        assertThat(arange(0).size()).isZero();
        assertThat(linspace(0, 1, 5).toFloatArray()).containsExactly(0, 0.25f, 0.5f, 0.75f, 1);
        assertThat(linspace(3, 9, 1).toFloatArray()).containsExactly(3);
    }

    @Test
    void arithmeticIsElementByElement() {
        assertThat(x.plus(x).toFloatArray()).containsExactly(2, 4, 6, 8, 10, 12);
        assertThat(x.minus(1).toFloatArray()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(x.times(x).isClose(x.square(), 0)).isTrue();
        assertThat(x.div(x).isClose(1, 0)).isTrue();
        assertThat(x.pow(2).isClose(x.square(), 0)).isTrue();
        assertThat(tensor(2).pow(tensor(3)).item()).isEqualTo(8);
        assertThat(x.unaryMinus().plus(x).isClose(0, 0)).isTrue();
        assertThat(tensor(0.25).oneMinus().item()).isEqualTo(0.75f);
    }

    @Test
    void divisionByANumberIsExact() {
        assertThat(tensor(10).div(3).item()).isEqualTo(10f / 3);
        assertThat(tensor(new float[] {7}).div(49).toFloatArray()[0]).isEqualTo(7f / 49);
    }

    @Test
    void anyKindOfNumberIsAnOperand() {
        assertThat(x.plus((short) 1).get(0, 0).item()).isEqualTo(2);
        assertThat(x.plus(new BigDecimal("0.5")).get(0, 0).item()).isEqualTo(1.5f);
        assertThat(x.times(new AtomicInteger(3)).get(0, 0).item()).isEqualTo(3);
    }

    @Test
    void shapesBroadcastFromTheLastAxis() {
        assertThat(x.plus(tensor(10, 20, 30)).toFloatArray()).containsExactly(11, 22, 33, 14, 25, 36);
        assertThat(x.times(tensor(1, 10).reshape(2, 1)).toFloatArray()).containsExactly(1, 2, 3, 40, 50, 60);
        assertThat(tensor(1, 2, 3).minus(x).shape()).isEqualTo(x.shape());
        assertThat(x.plus(tensor(1)).shape()).isEqualTo(x.shape());
        assertThat(zeros(2, 1, 3).plus(zeros(4, 1)).shape()).isEqualTo(Shape.of(2, 4, 3));
    }

    @Test
    void matricesMultiply() {
        assertThat(x.mm(x.t()).toFloatArray()).containsExactly(14, 32, 32, 77);
        assertThat(zeros(5, 1, 2, 3).mm(zeros(4, 3, 4)).shape()).isEqualTo(Shape.of(5, 4, 2, 4));
    }

    @Test
    void axesChangePlacesAndShapes() {
        assertThat(x.t().toFloatArray()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(x.permute(-1, 0).shape()).isEqualTo(Shape.of(3, 2));
        assertThat(x.reshape(-1, 2).shape()).isEqualTo(Shape.of(3, 2));
        assertThat(x.t().reshape(6).toFloatArray()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(x.flatten().shape()).isEqualTo(Shape.of(6));
        assertThat(x.unsqueeze(0).shape()).isEqualTo(Shape.of(1, 2, 3));
        assertThat(x.unsqueeze(-1).shape()).isEqualTo(Shape.of(2, 3, 1));
        assertThat(zeros(1, 2, 1).squeeze().shape()).isEqualTo(Shape.of(2));
        assertThat(zeros(1, 2, 1).squeeze(0).shape()).isEqualTo(Shape.of(2, 1));
        assertThat(zeros(2, 1).squeeze(0).shape()).isEqualTo(Shape.of(2, 1));
    }

    @Test
    void indicesNameParts() {
        assertThat(x.get(0).toFloatArray()).containsExactly(1, 2, 3);
        assertThat(x.get(-1, -1).item()).isEqualTo(6);
        assertThat(x.t().get(1).toFloatArray()).containsExactly(2, 5);
        assertThat(x.slice(1, 1, 3).toFloatArray()).containsExactly(2, 3, 5, 6);
        assertThat(x.slice(0, 1, 1).shape()).isEqualTo(Shape.of(0, 3));
    }

    @Test
    void aTensorOfIndicesGathersRows() {
        assertThat(x.get(tensor(1, 0, 1)).toFloatArray()).containsExactly(4, 5, 6, 1, 2, 3, 4, 5, 6);
        assertThat(x.get(tensor(new int[] {-1})).toFloatArray()).containsExactly(4, 5, 6);
        assertThat(x.get(tensor(new int[][] {{0, 1}, {1, 0}})).shape()).isEqualTo(Shape.of(2, 2, 3));
        assertThat(x.get(tensor(new long[0])).shape()).isEqualTo(Shape.of(0, 3));
    }

    @Test
    void aMaskKeepsWhereItIsTrue() {
        assertThat(x.get(x.gt(tensor(3))).toFloatArray()).containsExactly(4, 5, 6);
        assertThat(x.get(tensor(0, 1).to(bool)).toFloatArray()).containsExactly(4, 5, 6);
        assertThat(x.get(x.gt(tensor(9))).size()).isZero();
    }

    @Test
    void reductionsTakeSomeAxesOrAll() {
        assertThat(x.sum().item()).isEqualTo(21);
        assertThat(x.sum(0).toFloatArray()).containsExactly(5, 7, 9);
        assertThat(x.sum(0, -1).item()).isEqualTo(21);
        assertThat(x.mean().item()).isEqualTo(3.5f);
        assertThat(x.mean(1).toFloatArray()).containsExactly(2, 5);
        assertThat(zeros(2, 3, 4).plus(tensor(2)).mean(0, 2).toFloatArray()).containsExactly(2, 2, 2);
        assertThat(x.max().item()).isEqualTo(6);
        assertThat(x.max(0).toFloatArray()).containsExactly(4, 5, 6);
        assertThat(x.min(1).toFloatArray()).containsExactly(1, 4);
        assertThat(x.argmax().item()).isEqualTo(5);
        assertThat(x.argmax(1).toLongArray()).containsExactly(2, 2);
        assertThat(tensor(3, 4).norm().item()).isEqualTo(5);
    }

    @Test
    void functionsAreTheTextbooks() {
        assertThat(tensor(0).exp().item()).isEqualTo(1);
        assertThat((double) tensor(Math.E).log().item()).isCloseTo(1, within(1e-6));
        assertThat(tensor(9).sqrt().item()).isEqualTo(3);
        assertThat(tensor(-2, 2).abs().toFloatArray()).containsExactly(2, 2);
        assertThat(tensor(0.5, 1.5, -2.6).round().toFloatArray()).containsExactly(0, 2, -3);
        assertThat((double) tensor(1).tanh().item()).isCloseTo(Math.tanh(1), within(1e-6));
        assertThat(tensor(0).sigmoid().item()).isEqualTo(0.5f);
        assertThat(tensor(-1, 2).relu().toFloatArray()).containsExactly(0, 2);
        assertThat(x.softmax(-1).sum(1).isClose(1, 1e-6)).isTrue();
        assertThat(x.logSoftmax(0).exp().isClose(x.softmax(0), 1e-6)).isTrue();
    }

    @Test
    void comparisonsGiveBooleans() {
        assertThat(x.eq(tensor(2)).dtype()).isEqualTo(bool);
        assertThat(x.eq(tensor(2)).sum().item()).isEqualTo(1);
        assertThat(x.gt(tensor(4)).sum().item()).isEqualTo(2);
        assertThat(x.isClose(x.plus(0.01), 0.02)).isTrue();
        assertThat(x.isClose(x.plus(0.01), 0.005)).isFalse();
        assertThat(x.isClose(x.flatten(), 1)).isFalse();
        assertThat(tensor(Float.POSITIVE_INFINITY).isClose(Float.POSITIVE_INFINITY, 0))
                .isTrue();
        assertThat(tensor(Float.NaN).isClose(Float.NaN, 1)).isFalse();
    }

    @Test
    void tensorsJoinAlongANewAxisOrOneTheyHave() {
        assertThat(stack(tensor(1, 2), tensor(3, 4)).toFloatArray()).containsExactly(1, 2, 3, 4);
        assertThat(stack(tensor(1), tensor(2)).shape()).isEqualTo(Shape.of(2));
        assertThat(concat(-1, x, x).shape()).isEqualTo(Shape.of(2, 6));
        assertThat(concat(0, zeros(0, 3), x).isClose(x, 0)).isTrue();
    }

    @Test
    void emptyTensorsAreTensorsToo() {
        var none = zeros(0, 3);
        assertThat(none.sum().item()).isZero();
        assertThat(none.mean().item()).isNaN();
        assertThat(none.sum(0).toFloatArray()).containsExactly(0, 0, 0);
        assertThat(none.t().plus(1).shape()).isEqualTo(Shape.of(3, 0));
        assertThat(none.mm(x.t()).shape()).isEqualTo(Shape.of(0, 2));
        assertThat(none.toFloatArray()).isEmpty();
        assertThat(none.isClose(none, 0)).isTrue();
    }

    @Test
    void oneElementComesOutAsANumber() {
        assertThat(tensor(1.5).item()).isEqualTo(1.5f);
        assertThat(x.get(1, 2).toFloat()).isEqualTo(6);
        assertThat(tensor(-2.7).toInt()).isEqualTo(-2);
        assertThat(tensor(new long[] {123456789}).toInt()).isEqualTo(123456789);
        assertThat(tensor(1).to(bool).item()).isEqualTo(1);
    }

    @Test
    void anOperationLeavesItsOperandsAsTheyWere() {
        var before = x.toFloatArray();
        x.plus(1);
        x.times(x);
        x.relu();
        x.reshape(6).times(2);
        x.copy().plus(5);
        assertThat(x.toFloatArray()).containsExactly(before);
    }

    @Test
    void theSameSeedGivesTheSameNumbers() {
        seed(7);
        var first = List.of(randn(3), rand(2, 2), randint(0, 9, 5));
        seed(7);
        var second = List.of(randn(3), rand(2, 2), randint(0, 9, 5));
        for (int i = 0; i < 3; i++) {
            assertThat(first.get(i).isClose(second.get(i), 0)).isTrue();
        }
        seed(8);
        assertThat(randn(3).isClose(first.get(0), 0)).isFalse();
    }

    @Test
    void randomNumbersHaveTheirDistribution() {
        seed(1);
        var normal = randn(20_000);
        assertThat((double) normal.mean().item()).isCloseTo(0, within(0.03));
        assertThat((double) normal.square().mean().item()).isCloseTo(1, within(0.05));
        var even = rand(20_000);
        assertThat(even.min().item()).isNotNegative();
        assertThat(even.max().item()).isLessThan(1);
        assertThat((double) even.mean().item()).isCloseTo(0.5, within(0.02));
        assertThat(randint(3, 6, 1000).toLongArray()).contains(3, 4, 5).doesNotContain(2, 6);
    }
}

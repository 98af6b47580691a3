package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which type a result has, and that integers and booleans go wherever numbers go. */
class TensorTypeTest {
    private static final Tensor NUMBERS = tensor(new int[][] {{1, 2}, {3, 0}});

    @ParameterizedTest
    @EnumSource(DType.class)
    void everyOperationTakesEveryType(DType type) {
        var x = NUMBERS.to(type);
        var float32s = NUMBERS.plus(0.5);
        Map<String, UnaryOperator<Tensor>> operations = Map.ofEntries(
                Map.entry("plus", t -> t.plus(float32s)),
                Map.entry("minus", t -> t.minus(t)),
                Map.entry("minus others", t -> float32s.minus(t)),
                Map.entry("times", t -> t.times(t)),
                Map.entry("div", t -> t.div(t)),
                Map.entry("pow", t -> t.pow(t)),
                Map.entry("pow 2", t -> t.pow(2)),
                Map.entry("mm", t -> t.mm(t)),
                Map.entry("mm others", t -> t.mm(float32s)),
                Map.entry("others mm", t -> float32s.mm(t)),
                Map.entry("unaryMinus", Tensor::unaryMinus),
                Map.entry("oneMinus", Tensor::oneMinus),
                Map.entry("exp", Tensor::exp),
                Map.entry("log", Tensor::log),
                Map.entry("sqrt", Tensor::sqrt),
                Map.entry("abs", Tensor::abs),
                Map.entry("round", Tensor::round),
                Map.entry("tanh", Tensor::tanh),
                Map.entry("sigmoid", Tensor::sigmoid),
                Map.entry("relu", Tensor::relu),
                Map.entry("softmax", t -> t.softmax(0)),
                Map.entry("logSoftmax", t -> t.logSoftmax(1)),
                Map.entry("sum", t -> t.sum(0)),
                Map.entry("mean", t -> t.mean(0, 1)),
                Map.entry("max", Tensor::max),
                Map.entry("min 0", t -> t.min(0)),
                Map.entry("argmax", Tensor::argmax),
                Map.entry("norm", Tensor::norm),
                Map.entry("eq", t -> t.eq(float32s)),
                Map.entry("gt", t -> t.gt(float32s)),
                Map.entry("get", t -> float32s.get(t.eq(t))),
                Map.entry("concat", t -> concat(0, t, float32s)));
        operations.forEach((name, operation) ->
                assertThat(operation.apply(x).toString()).as(name).isNotEmpty());
    }

    @Test
    void aNumberTakesTheTensorsType() {
        assertThat(tensor(1.5).plus(1).dtype()).isEqualTo(float32);
        assertThat(tensor(3).div(3).dtype()).isEqualTo(float32);
        assertThat(tensor(2).pow(0.5).dtype()).isEqualTo(float32);
        assertThat(NUMBERS.to(float64).times(0.1).dtype()).isEqualTo(float64);
        assertThat(NUMBERS.to(float64).times(0.1).toDoubleArray()[0]).isEqualTo(0.1);
        assertThat(NUMBERS.to(int64).plus(1).dtype()).isEqualTo(int64);
        assertThat(NUMBERS.to(int32).minus(1).dtype()).isEqualTo(int32);
    }

    @Test
    void aFractionMakesIntegersFloat32() {
        for (var type : List.of(int64, int32, DType.uint8, bool)) {
            assertThat(NUMBERS.to(type).plus(1.5).dtype()).isEqualTo(float32);
            assertThat(NUMBERS.to(type).times(0.5).dtype()).isEqualTo(float32);
            assertThat(NUMBERS.to(type).div(2).dtype()).isEqualTo(float32);
            assertThat(NUMBERS.to(type).mean().dtype()).isEqualTo(float32);
        }
        assertThat(NUMBERS.to(DType.uint8).minus(1.5).toFloatArray()).containsExactly(-0.5f, 0.5f, 1.5f, -1.5f);
        assertThat(NUMBERS.to(int64).pow(-1).toFloatArray()[1]).isEqualTo(0.5f);
    }

    @Test
    void aNumberThatDoesNotFitMakesIntegersInt64() {
        assertThat(tensor(new long[] {1}).to(int32).plus(1L << 40).toLongArray())
                .containsExactly((1L << 40) + 1);
        assertThat(NUMBERS.to(DType.uint8).times(-1).toLongArray()).containsExactly(-1, -2, -3, 0);
    }

    @Test
    void trueCountsAsOne() {
        var mask = tensor(1, 0, 1).to(bool);
        assertThat(mask.sum().toString()).isEqualTo("2 int64");
        assertThat(mask.plus(1).toLongArray()).containsExactly(2, 1, 2);
        assertThat(mask.oneMinus().toLongArray()).containsExactly(0, 1, 0);
        assertThat(mask.minus(mask).toLongArray()).containsExactly(0, 0, 0);
        assertThat(mask.mean().item()).isEqualTo(2f / 3);
        assertThat(mask.argmax().toInt()).isZero();
    }

    @Test
    void booleansAddAndMultiplyAsOrAndAnd() {
        var a = tensor(1, 0, 1).to(bool);
        var b = tensor(1, 0, 0).to(bool);
        assertThat(a.plus(b).toString()).endsWith("[true, false, true]");
        assertThat(a.times(b).toString()).endsWith("[true, false, false]");
    }

    @Test
    void theWiderTypeWinsBetweenTensors() {
        assertThat(float32.joined(float64)).isEqualTo(float64);
        assertThat(int64.joined(float32)).isEqualTo(float32);
        assertThat(int32.joined(int64)).isEqualTo(int64);
        assertThat(bool.joined(DType.uint8)).isEqualTo(DType.uint8);
        assertThat(DType.uint8.joined(bool)).isEqualTo(DType.uint8);
        assertThat(NUMBERS.to(int32).plus(NUMBERS.to(int64)).dtype()).isEqualTo(int64);
        assertThat(NUMBERS.to(int64).mm(NUMBERS.plus(0.5)).dtype()).isEqualTo(float32);
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void everyTypeBecomesEveryOther(DType type) {
        for (var other : DType.values()) {
            var there = tensor(1, 0, 1).to(type).to(other);
            assertThat(there.dtype()).isEqualTo(other);
            assertThat(there.toLongArray()).containsExactly(1, 0, 1);
        }
    }

    @Test
    void int64KeepsEveryDigit() {
        assertThat(tensor(new long[] {9_007_199_254_740_993L}).toLongArray()).containsExactly(9_007_199_254_740_993L);
    }

    @Test
    void anIntIsReadWithoutRounding() {
        assertThat(tensor(16_777_217L, 0L).to(DType.float64).get(0).toInt()).isEqualTo(16_777_217);
    }

    @Test
    void theSmallestIntegersDividedByMinusOneLeaveNothing() {
        var smallest = tensor(Long.MIN_VALUE, -7L);
        assertThat(smallest.rem(-1).toLongArray()).containsExactly(0, 0);
        assertThat(smallest.rem(tensor(-1L, 4L)).toLongArray()).containsExactly(0, 1);
        var int32 = tensor(Integer.MIN_VALUE).to(DType.int32);
        assertThat(int32.rem(-1).toLongArray()).containsExactly(0);
        var both = int32.rem(tensor(-1L).to(DType.int32));
        assertThat(both.toLongArray()).containsExactly(0);
        assertThat(both.dtype()).isEqualTo(DType.int32);
        assertThat(tensor(255).to(DType.uint8).rem(-1).dtype()).isEqualTo(DType.int64);
    }
}

package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import org.junit.jupiter.api.Test;

/** The rarer words of tensors, and how they answer mistakes. */
class TensorWordsTest {
    private final Tensor x = tensor(new float[][] {{3, 1, 2}, {4, 6, 5}});

    @Test
    void comparisonsTakeTensorsAndNumbers() {
        var v = tensor(1, 2, 3);
        assertThat(v.gt(2).toLongArray()).containsExactly(0, 0, 1);
        assertThat(v.ge(2).toLongArray()).containsExactly(0, 1, 1);
        assertThat(v.lt(tensor(2)).toLongArray()).containsExactly(1, 0, 0);
        assertThat(v.le(2).toLongArray()).containsExactly(1, 1, 0);
        assertThat(v.ne(2).toLongArray()).containsExactly(1, 0, 1);
        assertThat(v.eq(2).dtype()).isEqualTo(bool);
        assertThat(v.to(int64).gt(1.5).toLongArray()).containsExactly(0, 1, 1);
        assertOneSentence(() -> v.lt(zeros(2)), "lt", "[3]", "[2]");
    }

    @Test
    void conditionsJoin() {
        var a = tensor(true, true, false);
        var b = tensor(true, false, false);
        assertThat(a.and(b).toLongArray()).containsExactly(1, 0, 0);
        assertThat(a.or(b).toLongArray()).containsExactly(1, 1, 0);
        assertThat(b.not().toLongArray()).containsExactly(0, 1, 1);
        assertThat(tensor(true).shape()).isEqualTo(Shape.of());
    }

    @Test
    void theRestHasTheDivisorsSign() {
        assertThat(tensor(-1, 5, 7.5).rem(3).toFloatArray()).containsExactly(2, 2, 1.5f);
        assertThat(tensor(-1L, 5L).rem(tensor(3L)).toLongArray()).containsExactly(2, 2);
        assertThat(tensor(1).rem(0).item()).isNaN();
        assertOneSentence(() -> tensor(1L, 2L).rem(0), "rem", "0", "float32");
        assertOneSentence(() -> tensor(1L, 2L).rem(tensor(1L, 0L)), "rem");
    }

    @Test
    void largestAndSmallest() {
        assertThat(x.maximum(3).toFloatArray()).containsExactly(3, 3, 3, 4, 6, 5);
        assertThat(x.minimum(tensor(3, 2, 1)).toFloatArray()).containsExactly(3, 1, 1, 3, 2, 1);
        assertThat(x.clamp(2, 4).toFloatArray()).containsExactly(3, 2, 2, 4, 4, 4);
        assertThat(tensor(1L, 9L).clamp(2, 4).toString()).contains("int64").endsWith("[2, 4]");
        assertThat(tensor(1L, 9L).clamp(1.5, 4).toFloatArray()).containsExactly(1.5f, 4);
        assertThat(x.argmin().toInt()).isEqualTo(1);
        assertThat(x.argmin(1).toLongArray()).containsExactly(1, 0);
        assertThat(x.max(1, true).shape()).isEqualTo(Shape.of(2, 1));
        assertThat(x.min(0, 1).item()).isEqualTo(1);
        assertThat(x.topK(2).toFloatArray()).containsExactly(3, 2, 6, 5);
        assertThat(x.argTopK(2).toLongArray()).containsExactly(0, 2, 1, 2);
        assertThat(x.sort(0).toFloatArray()).containsExactly(3, 1, 2, 4, 6, 5);
        assertThat(x.cumsum(1).toFloatArray()).containsExactly(3, 4, 6, 4, 10, 15);
        assertOneSentence(() -> x.clamp(3, 1), "clamp", "3 and 1");
        assertOneSentence(() -> x.topK(4), "topK", "1 to 3", "4");
        assertOneSentence(() -> tensor(1).topK(1), "topK", "scalar");
        assertOneSentence(() -> x.sort(2), "sort", "axis 2");
        assertOneSentence(() -> x.cumsum(2), "cumsum", "axis 2");
        assertOneSentence(() -> x.argmax(0, 1), "argmax", "one axis");
    }

    @Test
    void spreadIsDividedByOneLess() {
        assertThat(tensor(1, 2, 3, 4).var().item()).isEqualTo(5f / 3);
        assertThat((double) tensor(1, 2, 3, 4).std().item()).isCloseTo(Math.sqrt(5 / 3.0), within(1e-6));
        assertThat(x.var(1).toFloatArray()).containsExactly(1, 1);
        assertThat(x.std(0, true).shape()).isEqualTo(Shape.of(1, 3));
        assertThat(tensor(1L, 3L).var().item()).isEqualTo(2);
        assertOneSentence(() -> x.var(2), "var", "axis 2");
        assertOneSentence(() -> x.norm(0, 0), "norm", "once");
    }

    @Test
    void theNormOfNothingHasAGradientOfZero() {
        var w = parameter(zeros(3));
        assertThat(gradients(() -> w.norm(), w).of(w).toFloatArray()).containsExactly(0, 0, 0);
        assertThat(tensor(3, 4).norm().item()).isEqualTo(5);
        assertThat(x.norm(1, true).shape()).isEqualTo(Shape.of(2, 1));
    }

    @Test
    void oneHotPutsAOneInItsPlace() {
        assertThat(tensor(2, 0).oneHot(3).toFloatMatrix()).isDeepEqualTo(new float[][] {{0, 0, 1}, {1, 0, 0}});
        assertThat(tensor(1).oneHot(2).shape()).isEqualTo(Shape.of(2));
        assertOneSentence(() -> tensor(3).oneHot(3), "oneHot", "0 to 2", "3.0");
        assertOneSentence(() -> tensor(0.5).oneHot(3), "oneHot", "whole");
        assertOneSentence(() -> tensor(0).oneHot(0), "oneHot", "one class");
    }

    @Test
    void aMatrixIsTheProductOfItsSingularParts() {
        var parts = x.svd();
        var product = parts.get(0).times(parts.get(1)).mm(parts.get(2));
        assertThat(product.isClose(x, 1e-5)).isTrue();
        assertThat(parts.get(1).shape()).isEqualTo(Shape.of(2));
        assertOneSentence(() -> tensor(1, 2).svd(), "svd", "[2]");
        assertOneSentence(() -> full(Double.NaN, 2, 2).svd(), "svd", "finite");
    }

    @Test
    void choicesFollowTheirProbabilities() {
        seed(3);
        int ones = 0;
        for (int i = 0; i < 1_000; i++) {
            ones += choice(tensor(0.25, 0.75)).toInt();
        }
        assertThat(ones).isBetween(700, 800);
        assertThat(choice(tensor(0, 1, 0)).toInt()).isEqualTo(1);
        assertThat(choice(tensor(new int[][] {{1, 0}, {0, 1}})).toLongArray()).containsExactly(0, 1);
        assertOneSentence(() -> choice(tensor(-1, 1)), "choice", "-1");
        assertOneSentence(() -> choice(zeros(3)), "choice", "not all 0");
        assertOneSentence(() -> choice(tensor(1)), "choice", "[]");
    }

    @Test
    void imagesAreFilteredAndPooled() {
        assertOneSentence(() -> x.conv2d(x), "conv2d", "[batch, channels, height, width]", "[2, 3]");
        var image = zeros(1, 2, 4, 4);
        assertOneSentence(() -> image.conv2d(zeros(3, 1, 2, 2)), "conv2d", "[filters, 2", "[3, 1, 2, 2]");
        assertOneSentence(() -> image.conv2d(zeros(3, 2, 5, 5)), "conv2d", "5 × 5");
        assertOneSentence(() -> image.conv2d(zeros(3, 2, 2, 2), 0, 0), "conv2d", "stride", "0");
        assertOneSentence(() -> image.conv2d(zeros(3, 2, 2, 2), 1, -1), "padding", "-1");
        assertOneSentence(() -> image.maxPool2d(5), "maxPool2d", "5 × 5");
        assertOneSentence(() -> image.maxPool2d(0), "maxPool2d", "0");
        assertOneSentence(() -> cdist(x, zeros(3, 2)), "cdist", "[2, 3]", "[3, 2]");
    }

    @Test
    void matricesAndBlocksGoInAndOut() {
        var rows = new float[][] {{1, 2}, {3, 4}};
        assertThat(tensor(rows).toFloatMatrix()).isDeepEqualTo(rows);
        assertThat(tensor(new float[][][] {rows, rows}).shape()).isEqualTo(Shape.of(2, 2, 2));
        assertThat(scalar(2).item()).isEqualTo(2);
        assertOneSentence(() -> tensor(1, 2).toFloatMatrix(), "toFloatMatrix", "[2]");
    }

    @Test
    void aDeviceIsNamedAndCheckedBeforeItIsUsed() {
        assertThat(x.device()).isEqualTo(device());
        assertThat(x.to(device())).isSameAs(x);
        assertThat(gpu(1).toString()).isEqualTo("gpu(1)");
        assertThat(cpu().isGpu()).isFalse();
        assertOneSentence(() -> x.to(gpu(99)), "device", "cpu", "gpu(99)");
        assertOneSentence(() -> device(gpu(99)), "device", "gpu(99)", "CUDA");
        assertOneSentence(() -> gpu(-1), "device", "gpu(-1)");
        assertOneSentence(() -> new Device("tpu"), "device", "\"tpu\"");
    }

    @Test
    void aClosedTensorSaysSo() {
        var closed = tensor(1, 2).plus(1);
        closed.close();
        closed.close();
        assertOneSentence(() -> closed.plus(1), "closed");
        assertOneSentence(closed::toFloatArray, "closed");
    }

    @Test
    void typesThatOtherLibrariesHaveStayThere() {
        try (var half = ndArray(x).toType(ai.djl.ndarray.types.DataType.FLOAT16, true)) {
            assertOneSentence(() -> tensor(half), "float16", "float32");
            assertThat(half.isReleased()).isFalse();
        }
    }

    @Test
    void whatAScopeReturnsOrStoresStays() {
        var stored = new Tensor[1];
        var returned = scope(() -> {
            for (int i = 0; i < 20; i++) {
                stored[0] = full(i, 1 << 10, 1 << 10).plus(1);
            }
            return stored[0].times(2);
        });
        scope(() -> full(1, 1 << 10, 1 << 10).plus(1).close());
        assertThat(stored[0].isClose(20, 0)).isTrue();
        assertThat(returned.isClose(40, 0)).isTrue();
    }
}

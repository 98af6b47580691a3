package percolate;

import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.List;
import org.junit.jupiter.api.Test;

class TensorMistakesTest {
    private final Tensor x = zeros(2, 3);
    private final Tensor scalar = tensor(2);
    private final Tensor none = zeros(0, 3);

    @Test
    void shapesThatDoNotBroadcastAreBothNamed() {
        assertOneSentence(() -> x.plus(zeros(2)), "plus", "[2, 3]", "[2]", "equal, or 1");
        assertOneSentence(() -> x.times(zeros(4, 3)), "times", "[4, 3]");
        assertOneSentence(() -> x.eq(zeros(4)), "eq", "[4]");
        assertOneSentence(() -> none.plus(x), "plus", "[0, 3]");
    }

    @Test
    void matricesThatDoNotFitAreBothNamed() {
        assertOneSentence(() -> x.mm(x), "mm", "[2, 3]", "t()");
        assertOneSentence(() -> x.mm(zeros(3)), "mm", "[3]", "reshape");
        assertOneSentence(() -> zeros(2, 2, 3).mm(zeros(3, 3, 4)), "mm", "[2]", "[3]");
        assertOneSentence(scalar::t, "t: ", "[]");
    }

    @Test
    void axesThatAreNotThereAreRefused() {
        assertOneSentence(() -> x.sum(2), "sum", "axis 2", "0 to 1");
        assertOneSentence(() -> x.mean(-3), "mean", "axis -3");
        assertOneSentence(() -> x.max(5), "max", "axis 5");
        assertOneSentence(() -> x.argmax(2), "argmax", "axis 2");
        assertOneSentence(() -> x.softmax(2), "softmax", "axis 2");
        assertOneSentence(() -> scalar.logSoftmax(0), "logSoftmax", "a scalar has no axes");
        assertOneSentence(() -> x.squeeze(4), "squeeze", "axis 4");
        assertOneSentence(() -> x.unsqueeze(3), "unsqueeze", "0 to 2");
        assertOneSentence(() -> x.unsqueeze(-4), "unsqueeze", "-4");
        assertOneSentence(() -> x.size(2), "axis 2", "-2 to 1");
    }

    @Test
    void anAxisIsNamedOnce() {
        assertOneSentence(() -> x.sum(0, 0), "sum", "once", "[0, 0]");
        assertOneSentence(() -> x.mean(1, -1), "mean", "once", "[1, -1]");
        assertOneSentence(() -> x.permute(0, 0), "permute", "[0, 0]");
        assertOneSentence(() -> x.permute(1), "permute", "2 axes", "[1]");
    }

    @Test
    void indicesOutsideAreRefused() {
        assertOneSentence(() -> x.get(2), "get", "index 2", "-2 to 1");
        assertOneSentence(() -> x.get(0, 0, 0), "get", "2 axes", "3 indices");
        assertOneSentence(() -> x.slice(0, 1, 3), "slice", "1 to 3", "0 to 2");
        assertOneSentence(() -> x.slice(0, 2, 1), "slice", "2 to 1");
        assertOneSentence(() -> x.get(tensor(0, 2)), "get", "index 2", "-2 to 1");
        assertOneSentence(() -> x.get(tensor(0.5, 1)), "get", "0.5", "whole");
        assertOneSentence(() -> x.get(tensor(Float.NaN)), "get", "NaN");
        assertOneSentence(() -> scalar.get(tensor(0L)), "get", "scalar");
        assertOneSentence(() -> scalar.get(0), "get", "0 axes");
    }

    @Test
    void aMaskHasTheTensorsShape() {
        assertOneSentence(() -> x.get(tensor(1, 0, 1).to(bool)), "mask", "[2, 3]", "[3]");
        assertOneSentence(() -> x.get(zeros(2, 3, 1).to(bool)), "mask", "[2, 3, 1]");
        assertOneSentence(() -> x.get(tensor(1).to(bool)), "mask", "[]");
    }

    @Test
    void aNewShapeHasAsManyElements() {
        assertOneSentence(() -> x.reshape(4), "reshape", "6 elements", "[4]");
        assertOneSentence(() -> x.reshape(-1, -1), "reshape", "[-1, -1]");
        assertOneSentence(() -> x.reshape(-1, 4), "reshape", "[-1, 4]");
        assertOneSentence(() -> x.reshape(-2, -3), "reshape", "[-2, -3]");
        assertOneSentence(() -> x.reshape(65_536, 65_536, 65_536, 65_536), "reshape");
        assertOneSentence(() -> none.reshape(0, -1), "reshape");
    }

    @Test
    void itemWantsOneElement() {
        assertOneSentence(x::item, "item", "[2, 3]", "get(…)", "sum()");
        assertOneSentence(none::item, "item", "[0, 3]");
        assertOneSentence(x::toInt, "[2, 3]");
        assertOneSentence(() -> tensor(new long[] {1L << 40}).toInt(), "toInt", "1099511627776");
        assertOneSentence(() -> tensor(Float.NaN).toInt(), "toInt", "NaN");
        assertOneSentence(() -> tensor(1e20).toInt(), "toInt");
    }

    @Test
    void nothingHasNoLargestElement() {
        assertOneSentence(none::max, "max", "[0, 3]");
        assertOneSentence(none::min, "min", "[0, 3]");
        assertOneSentence(none::argmax, "argmax", "[0, 3]");
        assertOneSentence(() -> none.max(0), "max", "axis 0");
        assertOneSentence(() -> none.argmax(0), "argmax", "axis 0");
    }

    @Test
    void joiningWantsTensorsThatFit() {
        assertOneSentence(() -> stack(), "stack", "none");
        assertOneSentence(() -> stack(List.of()), "stack", "none");
        assertOneSentence(() -> concat(0), "concat", "none");
        assertOneSentence(() -> stack(x, scalar), "stack", "[2, 3]", "[]", "concat");
        assertOneSentence(() -> concat(0, x, zeros(2, 2)), "concat", "[2, 3]", "[2, 2]");
        assertOneSentence(() -> concat(0, x, scalar), "concat", "[]");
        assertOneSentence(() -> concat(2, x, x), "concat", "axis 2");
        assertOneSentence(() -> concat(0, scalar, scalar), "concat", "scalar");
        assertOneSentence(() -> tensor(new float[][] {{1}, {1, 2}}), "rows of one length", "1 and 2");
    }

    @Test
    void sizesAreNotNegativeAndNotEndless() {
        assertOneSentence(() -> zeros(-2), "-2");
        assertOneSentence(() -> zeros(2, -1), "[2, -1]");
        assertOneSentence(() -> randn(-1), "-1");
        assertOneSentence(() -> eye(-1), "eye", "-1");
        assertOneSentence(() -> linspace(0, 1, -1), "linspace", "-1");
        assertOneSentence(() -> zeros(100_000, 100_000), "10000000000", "smaller");
        assertOneSentence(() -> rand(100_000, 100_000), "smaller");
        assertOneSentence(() -> eye(50_000), "2500000000");
        assertOneSentence(() -> zeros(2_000_000_000, 2_000_000_000, 2_000_000_000), "smaller");
        assertOneSentence(() -> arange(1e15), "1000000000000000");
    }

    @Test
    void aRangeLeadsSomewhere() {
        assertOneSentence(() -> arange(5, 0), "arange", "from 5 to 0");
        assertOneSentence(() -> arange(0, 5, 0), "arange", "got 0");
        assertOneSentence(() -> arange(0, 1, Double.NaN), "arange", "NaN");
        assertOneSentence(() -> arange(Double.NaN), "arange", "NaN");
        assertOneSentence(() -> randint(3, 3, 2), "randint", "3 and 3");
    }

    @Test
    void typesOfOtherLibrariesAreRefused() {
        try (var half = ndArray(x).toType(ai.djl.ndarray.types.DataType.FLOAT16, true)) {
            assertOneSentence(() -> tensor(half), "float16", "float32");
        }
    }

    @Test
    void aRemedyIsNamed() {
        assertOneSentence(() -> none.max(0), "max", "no elements", "give it one or more");
        assertOneSentence(() -> x.sum(0, 0), "sum", "once", "; leave out");
        assertOneSentence(() -> x.get("..., ..."), "get", "once", "write :");
        assertOneSentence(() -> x.get("::0"), "get", "step other than 0", "leave it out");
        assertOneSentence(() -> x.get("99999999999"), "get", "99999999999", "leave a bound out");
        assertOneSentence(() -> x.set(zeros(4), 0), "set", "[3]", "[4]", "equal, or 1");
        assertOneSentence(() -> eye(-1), "eye", "-1", "without elements");
        assertOneSentence(() -> arange(0, 3, -1), "arange", "-1", "downwards");
        assertOneSentence(() -> arange(0, 1e10), "tensor", "10000000000", "larger step");
        assertOneSentence(() -> randint(3, 3, 2), "randint", "3 and 3", "never drawn");
        assertOneSentence(() -> zeros(2_000_000, 2_000_000), "[2000000, 2000000]", "choose smaller sizes");
    }
}

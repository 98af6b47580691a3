package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import org.junit.jupiter.api.Test;

/** Parts of tensors, by Python's indices and by other tensors. */
class SelectionTest {
    private final Tensor x = arange(24).reshape(2, 3, 4);
    private final Tensor row = arange(5);

    @Test
    void anIndexInWordsIsPythons() {
        assertThat(x.get(":, 0").toFloatArray()).containsExactly(0, 1, 2, 3, 12, 13, 14, 15);
        assertThat(x.get("1, 1:3, ::2").toFloatArray()).containsExactly(16, 18, 20, 22);
        assertThat(x.get("..., -1").shape()).isEqualTo(Shape.of(2, 3));
        assertThat(x.get("0, ..., 0").toFloatArray()).containsExactly(0, 4, 8);
        assertThat(x.get("...").shape()).isEqualTo(x.shape());
        assertThat(x.get("1").isClose(x.get(1), 0)).isTrue();
        assertThat(x.get("None, 0").shape()).isEqualTo(Shape.of(1, 3, 4));
        assertThat(x.get(":, None, 0").shape()).isEqualTo(Shape.of(2, 1, 4));
        assertThat(row.get("-2:").toFloatArray()).containsExactly(3, 4);
        assertThat(row.get(":-3").toFloatArray()).containsExactly(0, 1);
        assertThat(row.get("1:100").toFloatArray()).containsExactly(1, 2, 3, 4);
        assertThat(row.get("3:1").size()).isZero();
    }

    @Test
    void aNegativeStepRunsBackwards() {
        assertThat(row.get("::-1").toFloatArray()).containsExactly(4, 3, 2, 1, 0);
        assertThat(row.get("3::-2").toFloatArray()).containsExactly(3, 1);
        assertThat(row.get("-1:0:-1").toFloatArray()).containsExactly(4, 3, 2, 1);
        assertThat(row.get("1:3:-1").size()).isZero();
        assertThat(row.get("100::-3").toFloatArray()).containsExactly(4, 1);
    }

    @Test
    void anIndexThatIsNoneIsAnsweredInOneSentence() {
        assertOneSentence(() -> x.get("0, 0, 0, 0"), "get", "3 axes", "4 indices");
        assertOneSentence(() -> x.get("2"), "index 2", "-2 to 1");
        assertOneSentence(() -> x.get("one"), "\"one\"", "from:to:step");
        assertOneSentence(() -> x.get(""), "from:to:step");
        assertOneSentence(() -> x.get("..., ..."), "once");
        assertOneSentence(() -> x.get("::0"), "step");
        assertOneSentence(() -> x.get("99999999999"), "99999999999");
        assertOneSentence(() -> tensor(1).get(":"), "0 axes");
    }

    @Test
    void gatherTakesOneElementFromEachPlace() {
        var q = tensor(new int[][] {{1, 2}, {3, 4}, {5, 6}});
        assertThat(q.gather(1, tensor(0, 1, 0).unsqueeze(1)).squeeze().toFloatArray())
                .containsExactly(1, 4, 5);
        assertThat(q.gather(0, tensor(new int[][] {{2, -1}})).toFloatArray()).containsExactly(5, 6);
        var w = parameter(q);
        assertThat(gradients(() -> w.gather(1, tensor(0L, 1L, 0L).unsqueeze(1)).sum(), w)
                        .of(w)
                        .toFloatArray())
                .containsExactly(1, 0, 0, 1, 1, 0);
        assertOneSentence(() -> q.gather(1, tensor(0, 1, 0)), "gather", "[3, 2]", "[3]", "unsqueeze(1)");
        assertOneSentence(() -> q.gather(1, tensor(0, 2, 0).unsqueeze(1)), "index 2", "axis 1", "-2 to 1");
        assertOneSentence(() -> q.gather(2, q), "gather", "axis 2");
    }

    @Test
    void setReplacesAPartOfACopy() {
        var changed = x.set(tensor(-1), 0, 1).set(zeros(3, 4), 1);
        assertThat(changed.get(0, 1).toFloatArray()).containsExactly(-1, -1, -1, -1);
        assertThat(changed.get(1).isClose(0, 0)).isTrue();
        assertThat(x.get(0, 1).toFloatArray()).containsExactly(4, 5, 6, 7);
        assertThat(row.set(tensor(9), -1).toFloatArray()).containsExactly(0, 1, 2, 3, 9);
        var w = parameter(tensor(1, 2));
        var v = parameter(5);
        var g = gradients(() -> w.set(v, 0).square().sum(), w, v);
        assertThat(g.of(w).toFloatArray()).containsExactly(0, 4);
        assertThat(g.of(v).item()).isEqualTo(10);
        assertOneSentence(() -> x.set(zeros(5), 0), "set", "[3, 4]", "[5]");
        assertOneSentence(() -> x.set(tensor(1), 3), "set", "index 3");
        assertOneSentence(() -> x.set(tensor(1)), "set", "none");
    }

    @Test
    void whereChoosesByACondition() {
        var signs = tensor(-1, 2, -3);
        assertThat(where(signs.gt(0), signs, tensor(0)).toFloatArray()).containsExactly(0, 2, 0);
        var w = parameter(signs);
        assertThat(gradients(() -> where(w.gt(0), w, w.times(10)).sum(), w)
                        .of(w)
                        .toFloatArray())
                .containsExactly(10, 1, 10);
        assertOneSentence(() -> where(signs, signs, signs), "where", "bool", "gt(0)");
        assertOneSentence(() -> where(signs.gt(0), zeros(2), zeros(2)), "where", "[3]", "[2]");
    }

    @Test
    void axesAreStretchedRepeatedAndTakenApart() {
        var column = tensor(1, 2).reshape(2, 1);
        assertThat(column.expand(2, 3).toFloatArray()).containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(column.expand(4, -1, 3).shape()).isEqualTo(Shape.of(4, 2, 3));
        assertThat(column.repeat(1, 2).toFloatArray()).containsExactly(1, 1, 2, 2);
        assertThat(tensor(1, 2).repeat(2, 1).shape()).isEqualTo(Shape.of(2, 2));
        assertThat(x.unstack(1)).hasSize(3).allMatch(part -> part.shape().equals(Shape.of(2, 4)));
        assertThat(x.unstack(-1).get(3).toFloatArray()).containsExactly(3, 7, 11, 15, 19, 23);
        assertThat(column.concat(column, 1).toFloatArray()).containsExactly(1, 1, 2, 2);
        assertOneSentence(() -> column.expand(3, 3), "expand", "[3, 3]", "[2, 1]");
        assertOneSentence(() -> column.expand(2), "expand", "[2]");
        assertOneSentence(() -> column.expand(-1, -5), "expand", "-5");
        assertOneSentence(() -> column.repeat(-1), "repeat", "-1");
        assertOneSentence(() -> column.repeat(50_000, 50_000), "smaller");
        assertOneSentence(() -> x.unstack(3), "unstack", "axis 3");
    }

    @Test
    void aViewLivesOnWithoutItsTensor() throws InterruptedException {
        var part = full(7, 1_000, 1_000).get("5:7").t();
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(20);
            full(i, 1_000, 1_000);
        }
        assertThat(part.isClose(7, 0)).isTrue();
    }
}

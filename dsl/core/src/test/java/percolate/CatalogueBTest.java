package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import org.junit.jupiter.api.Test;

/** Numbers that the basics prints, to the digits it prints; a test begins with the row of the catalogue. */
class CatalogueBTest {
    @Test
    void b6TwoPathsOfTheChainRuleAddUp() {
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

    /** Two sigmoids and a constant, k₁(x − m₁) and k₂(x − m₂), as a network of two layers. */
    private static double[] staircase(double k1, double k2) {
        double m1 = -1;
        double m2 = 1;
        var steps = dense(2).weight(tensor(k1, k2).reshape(1, 2)).bias(tensor(-k1 * m1, -k2 * m2));
        double a = 1;
        double b = 2;
        double c = 3;
        var levels = dense(1).weight(tensor(a - b, c - b).reshape(2, 1)).bias(tensor(b));
        return sequential(input(1), steps.sigmoid(), levels)
                .predict(tensor(-2, 0, 2).reshape(3, 1))
                .toDoubleArray();
    }

    @Test
    void b4TwoSigmoidsMakeTheStaircase123() {
        assertThat(staircase(-40, 40)).containsExactly(new double[] {1, 2, 3}, within(1e-5));
        assertThat(staircase(40, 40)).containsExactly(new double[] {2, 1, 2}, within(1e-5));
    }

    /** Kept with p in training; in the test the outgoing weights times p, which is what inverted dropout expects too. */
    @Test
    void b8WeightsTimesPAreTheMeanOfThinnedNetworks() {
        seed(8);
        double p = 0.6;
        var x = randn(1, 50).abs();
        var w = randn(50, 3);
        var draws = full(1, 20_000, 1).mm(x);
        var thinned = rand(20_000, 50).lt(p).to(float32);
        var lecture = draws.times(thinned).mm(w);
        var tested = x.mm(w.times(p));
        double spread = Math.sqrt(p * (1 - p) * 50.0 / 20_000) * 5;
        assertThat(lecture.mean(0).isClose(tested.reshape(3), spread)).isTrue();
        var inverted = sequential(input(50), dropout(1 - p), dense(3).weight(w).withBias(false));
        assertThat(inverted.samples(1, draws)
                        .mean(0, 1)
                        .isClose(tested.reshape(3).div(p), spread / p))
                .isTrue();
        assertThat(inverted.predict(x).isClose(tested.div(p), 1e-4)).isTrue();
    }

    /** An absent unit's weights have a gradient of zero, and count in the average over the mini-batch. */
    @Test
    void b8AbsentUnitsHaveNoGradient() {
        var thinned = tensor(new float[][] {{1, 0}, {1, 1}});
        var w = parameter(ones(2, 1));
        var g = gradients(() -> thinned.mm(w).mean(), w).of(w);
        assertThat(g.toFloatArray()).containsExactly(1, 0.5f);
    }
}

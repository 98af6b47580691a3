package percolate.plotting.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.adam;
import static percolate.Percolate.ones;
import static percolate.Percolate.sgd;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.descent;

import org.junit.jupiter.api.Test;
import percolate.Tensor;

class DescentStepsTest {
    private static Tensor bowl(Tensor p) {
        return p.get(0).pow(2).plus(p.get(1).pow(2).times(8));
    }

    /** For f = x², x ← x − 0.25·2x halves x. */
    @Test
    void walksAsTheRuleSays() {
        var path = descent(x -> x.pow(2), 4, sgd(0.25)).updates(3).path();

        assertThat(path).hasDimensions(4, 1);
        for (int at = 0; at < path.length; at++) {
            assertThat(path[at][0]).isCloseTo(4 / Math.pow(2, at), within(1e-6));
        }
    }

    /** x ← (1 − 0.1·2)·x, y ← (1 − 0.1·16)·y. */
    @Test
    void walksOnASurface() {
        var path = descent(DescentStepsTest::bowl, tensor(2.0, 1.0), sgd(0.1))
                .updates(2)
                .path();

        assertThat(path[2]).containsExactly(new double[] {2 * 0.64, 0.36}, within(1e-6));
    }

    /** The first step of Adam is the learning rate, whatever the slope. */
    @Test
    void updatesAreTheOptimizersOwn() {
        var path = descent(x -> x.pow(2).times(50), 3, adam(0.5)).updates(1).path();

        assertThat(path[1][0]).isCloseTo(2.5, within(1e-5));
    }

    @Test
    void eachStepTellsItsGradient() {
        var steps = descent(x -> x.pow(2), 4, sgd(0.25));

        assertThat(steps.step(1).alt())
                .isEqualTo("step 1 of 14: x = 4: f(x) = 16, f′(x) = 8; sgd(0.25) moves by −2 to 2");
        assertThat(steps.alt())
                .contains("from 4, f = 16, to ")
                .endsWith("after 13 updates the gradient is nearly 0: done");
        assertThat(descent(DescentStepsTest::bowl, tensor(2.0, 1.0), sgd(0.1))
                        .step(1)
                        .alt())
                .endsWith("x = (2, 1): f(x) = 12, ∇f(x) = (4, 16); sgd(0.1) moves by (−0.4, −1.6) to (1.6, −0.6)");
    }

    @Test
    void aWayThatDivergesEndsWithASentence() {
        var steps = descent(x -> x.pow(2), 3, sgd(2)).updates(200);

        assertThat(steps.alt()).endsWith("the numbers are not finite any more: take a smaller learning rate");
        assertThat(steps.step(steps.steps().size()).png()).isNotEmpty();
        assertThat(descent(DescentStepsTest::bowl, tensor(2.0, 1.0), sgd(9))
                        .updates(60)
                        .step(5)
                        .png())
                .isNotEmpty();
    }

    @Test
    void whatIsStoppedSaysHowToGoOn() {
        assertThat(descent(x -> x.pow(2), 3, sgd(0.001)).alt())
                .endsWith("stopped after 20 updates; updates(40) goes further");
    }

    @Test
    void aFlatStartIsOneStep() {
        assertThat(descent(x -> x.pow(2), 0, sgd(0.1)).steps()).hasSize(1);
    }

    @Test
    void mistakesAreToldInASentence() {
        assertThatThrownBy(() -> descent(x -> x.times(ones(3)), 1, sgd(0.1)).steps())
                .hasMessageContaining("expected a function that gives one number, got [3]");
        assertThatThrownBy(() -> descent(x -> x.sum(), ones(3), sgd(0.1)))
                .hasMessageContaining("on a surface, [2], got [3]");
        assertThatThrownBy(() -> descent(x -> x.sum(), Double.NaN, sgd(0.1))).hasMessageContaining("a finite start");
        assertThatThrownBy(() -> descent(x -> x, 1, sgd(0.1)).updates(0)).hasMessageContaining("expected 1 to 500");
        assertThatThrownBy(() -> descent(x -> x, 1, null)).hasMessageContaining("the optimizer is null");
    }
}

package percolate.plotting.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.ones;
import static percolate.Percolate.rand;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.kMeansSteps;

import org.junit.jupiter.api.Test;

/** Numbers with which scikit-learn's KMeans agrees, see src/test/oracle/steps.py. */
class KMeansStepsTest {
    static final KMeansSteps STEPS =
            kMeansSteps(PerceptronStepsTest.POINTS, 3).start(tensor(new float[][] {{0, 0}, {1, 0}, {9, 0}}));

    @Test
    void endsAtTheCentresOfLloyd() {
        var centres = STEPS.centres();
        var expected = new double[][] {{0.75, 1.25}, {16 / 3.0, 17 / 3.0}, {8.5, 0.5}};
        for (int at = 0; at < expected.length; at++) {
            assertThat(centres[at]).containsExactly(expected[at], within(1e-12));
        }
        assertThat(STEPS.alt())
                .startsWith("k-means of 9 points in 3 groups of 4, 3, 2, after ")
                .endsWith("squared distances 13.8");
    }

    @Test
    void eachRoundHasTwoSteps() {
        var steps = STEPS.steps();

        assertThat(steps.get(0).alt()).contains("round 1: each of 9 points goes to its nearest centre");
        assertThat(steps.get(1).alt()).contains("round 1: each centre moves to the mean of its points");
        assertThat(steps.get(steps.size() - 1).alt()).contains("no point changes its group: done");
    }

    @Test
    void startsAtPointsDrawnFromItsSeed() {
        var points = rand(40, 2);
        assertThat(kMeansSteps(points, 3).seed(5).alt())
                .isEqualTo(kMeansSteps(points, 3).seed(5).alt());
        assertThat(kMeansSteps(ones(4, 2), 4).steps()).isNotEmpty();
        assertThat(kMeansSteps(ones(1, 2), 1).alt()).contains("groups of 1,");
    }

    @Test
    void aCentreWithoutPointsStays() {
        var far = kMeansSteps(rand(5, 2), 2).start(tensor(new float[][] {{0, 0}, {100, 100}}));
        assertThat(far.centres()[1]).containsExactly(100, 100);
    }

    @Test
    void mistakesAreToldInASentence() {
        assertThatThrownBy(() -> kMeansSteps(rand(5, 2), 7))
                .hasMessageContaining("expected 1 to 5 groups for 5 points, got 7");
        assertThatThrownBy(() -> kMeansSteps(rand(5, 3), 2)).hasMessageContaining("[points, 2], got [5, 3]");
        assertThatThrownBy(() -> kMeansSteps(tensor(new float[][] {{0, Float.NaN}}), 1))
                .hasMessageContaining("expected finite numbers");
        assertThatThrownBy(() -> kMeansSteps(rand(5, 2), 2).start(rand(3, 2)))
                .hasMessageContaining("expected centres [2, 2], got [3, 2]");
    }
}

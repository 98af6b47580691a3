package percolate.plotting.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.dataset;
import static percolate.Percolate.iris;
import static percolate.Percolate.rand;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.perceptronSteps;

import org.junit.jupiter.api.Test;
import percolate.Dataset;
import percolate.Tensor;

/** Numbers with which scikit-learn's Perceptron agrees, see src/test/oracle/steps.py. */
class PerceptronStepsTest {
    static final Tensor CORNERS = tensor(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
    static final Dataset AND = dataset(CORNERS, tensor(new int[] {0, 0, 0, 1}));
    static final Tensor POINTS =
            tensor(new float[][] {{0, 0}, {1, 0}, {0, 2}, {5, 5}, {6, 5}, {5, 7}, {9, 0}, {8, 1}, {2, 3}});

    @Test
    void learnsTheWeightsThatTheRuleGives() {
        assertThat(perceptronSteps(AND).weights()).containsExactly(-4, 3, 2);
        var data = dataset(POINTS, tensor(new int[] {0, 0, 0, 1, 1, 1, 1, 1, 0}));
        assertThat(perceptronSteps(data).weights()).containsExactly(-4, 3, -1);
    }

    @Test
    void eachUpdateIsWrittenOut() {
        var steps = perceptronSteps(AND);

        assertThat(steps.steps()).hasSize(19);
        assertThat(steps.step(2).alt())
                .isEqualTo("step 2 of 19: update 2, pass 1: example 3 at (1, 1) has y = 1;"
                        + " w·x = −1 + 0·1 + 0·1 = −1, so y·w·x = −1 is not above 0;"
                        + " w ← (−1, 0, 0) + 1·(1, 1, 1) = (0, 1, 1)");
        assertThat(steps.alt())
                .isEqualTo("perceptron, 18 updates: all 4 examples are on their side of the line, w = (−4, 3, 2)");
    }

    @Test
    void goodWeightsAreKept() {
        assertThat(perceptronSteps(AND).start(-3, 2, 2).steps())
                .singleElement()
                .satisfies(step -> assertThat(step.alt()).startsWith("step 1 of 1: all 4 examples are on their side"));
    }

    @Test
    void theRateScalesWhatIsAdded() {
        assertThat(perceptronSteps(AND).rate(0.5).weights()).containsExactly(-2, 1.5, 1);
        assertThat(perceptronSteps(AND).rate(0.5).step(1).alt())
                .endsWith("w ← (0, 0, 0) + 0.5·(−1)·(1, 0, 0) = (−0.5, 0, 0)");
    }

    @Test
    void whatNoLinePartsIsSaid() {
        var xor = dataset(CORNERS, tensor(new int[] {0, 1, 1, 0}));
        assertThat(perceptronSteps(xor).alt())
                .contains("are still wrong after 100 updates, w = ")
                .endsWith("; perhaps no line parts these classes");
        assertThat(perceptronSteps(xor).steps()).hasSize(101);
    }

    @Test
    void mistakesAreToldInASentence() {
        assertThatThrownBy(() -> perceptronSteps(iris()))
                .hasMessageContaining("expected points of a plane, [points, 2], got [150, 4]");
        assertThatThrownBy(() -> perceptronSteps(dataset(rand(3, 2), tensor(new int[] {0, 1, 2}))))
                .hasMessageContaining("expected two classes, a label for each of 3 points, got 3 labels of 3 kinds");
        assertThatThrownBy(() -> perceptronSteps(AND).rate(0)).hasMessageContaining("a learning rate above 0, got 0");
    }
}

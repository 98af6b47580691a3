package percolate.plotting.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import percolate.LearningRates;
import percolate.plotting.Pictures;

class ComparePictureTest {
    private static RecordedRun run(boolean validation, String... metrics) {
        return new RecordedRun(2, validation, metrics).epoch(2, 3, 0.5, 0.4).epoch(1, 2, 0.6, 0.5);
    }

    @Test
    void runsAreOverlaidInValidationWhereAllHaveOne() {
        assertThat(Pictures.compare(run(true, "accuracy"), run(true, "accuracy"))
                        .alt())
                .isEqualTo("validation loss over epoch: run 1 of 2 points: from 3 at 1, falls to 2 at 2;"
                        + " run 2 of 2 points: from 3 at 1, falls to 2 at 2 | validation accuracy over epoch:"
                        + " run 1 of 2 points: from 0.4 at 1, rises to 0.5 at 2;"
                        + " run 2 of 2 points: from 0.4 at 1, rises to 0.5 at 2");
    }

    @Test
    void runsWithoutACommonMetricShowTheLossOnly() {
        assertThat(Pictures.compare(run(true, "accuracy"), run(false)).alt())
                .startsWith("loss over epoch: run 1 of 2 points: from 2 at 1, falls to 1 at 2")
                .doesNotContain("accuracy");
    }

    @Test
    void runsHaveTheNamesTheyAreGiven() {
        assertThat(Pictures.compare(Map.of("slow", run(false))).alt()).startsWith("loss over epoch: slow of 2 points");
        assertThat(Pictures.compare(run(false), run(false)).legend("a", "b").alt())
                .contains("a of 2", "b of 2");
    }

    @Test
    void noRunIsRefused() {
        assertThatThrownBy(() -> Pictures.compare())
                .hasMessage("compare: there is no run; give one or more, compare(run1, run2)");
    }

    @Test
    void learningRatesSayWhereTheLossFallsFastest() {
        var x = new double[] {1e-4, 1e-3, 1e-2};
        var falling = new LearningRates(x, new double[] {3, 2, 1}, new double[] {3, 2, 1}, 1);
        var flat = new LearningRates(x, new double[] {3, 3, 3}, new double[] {3, 3, 3}, -1);

        assertThat(Pictures.plot(falling).alt()).contains("falls fastest at 0.001");
        assertThat(Pictures.plot(flat).alt()).contains("the loss fell at no learning rate");
    }
}

package percolate.plotting.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import percolate.Run;
import percolate.Run.State;
import percolate.plotting.chart.Picture;

class RunPanelTest {
    private static byte[] png(Picture picture) {
        return picture.png();
    }

    @Test
    void drawsWhatWasSeenWithinAnEpoch() {
        var run = new RecordedRun(2, false, "accuracy").at(1, 5, 10, 0.5, 0.5);
        var seen = List.of(
                run.progress().orElseThrow(),
                run.at(1, 6, 10, 0.4, 0.6).progress().orElseThrow(),
                run.at(1, 9, 10, 0.3, 0.7).progress().orElseThrow());

        assertThat(png(RunPanel.of(run, seen))).isNotEqualTo(png(RunPanel.of(run)));
    }

    @Test
    void drawsEveryCourseOfATraining() {
        for (var state : State.values()) {
            for (var run : List.of(
                    new RecordedRun(3, true, "accuracy"),
                    new RecordedRun(3, false),
                    new RecordedRun(0, false, "accuracy"),
                    new RecordedRun(1, true, "mae").epoch(1, 1, 1, 1),
                    new RecordedRun(3, true, "accuracy", "mae")
                            .epoch(Double.POSITIVE_INFINITY, Double.NaN, Double.NaN, 0.1)
                            .epoch(Double.NaN, Double.NaN, 0.1, Double.NaN))) {
                var picture = RunPanel.of(run.ending(state));
                assertThat(picture.size())
                        .isEqualTo(RunPanel.of(new RecordedRun(1, false)).size());
                assertThat(picture.png()).isNotEmpty();
            }
        }
    }

    @Test
    void endsTheAxisWhereATrainingWasStopped() {
        var stopped = new RecordedRun(1_000_000, false).epoch(0.5, 0, 0, 0).epoch(0.4, 0, 0, 0);

        assertThat(axisEnd(stopped)).isEqualTo(1_000_000);
        assertThat(axisEnd(stopped.at(3, 1, 10, 0.3, 0).ending(State.INTERRUPTED)))
                .isEqualTo(3);
        assertThat(axisEnd(new RecordedRun(20, false).ending(State.INTERRUPTED)))
                .isEqualTo(20);
    }

    private static double axisEnd(Run run) {
        return RunPanel.frame(run, "loss").x().max();
    }

    @Test
    void takesAccuracyBeforeOtherMetrics() {
        assertThat(RunWords.metric(new RecordedRun(1, false, "mae", "accuracy")))
                .isEqualTo("accuracy");
        assertThat(RunWords.metric(new RecordedRun(1, false, "mae"))).isEqualTo("mae");
        assertThat(RunWords.metric(new RecordedRun(1, false))).isEmpty();
    }
}

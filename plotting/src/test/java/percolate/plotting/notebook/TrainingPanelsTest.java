package percolate.plotting.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.adam;
import static percolate.Percolate.dense;
import static percolate.Percolate.digits;
import static percolate.Percolate.flatten;
import static percolate.Percolate.input;
import static percolate.Percolate.sequential;
import static percolate.Percolate.sweep;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import percolate.Run;
import percolate.Run.State;
import percolate.Training;
import percolate.TrainingObservers;
import percolate.kernel.api.MimeBundle;

@Timeout(120)
class TrainingPanelsTest {
    private final Page page = Page.connected();
    private final TrainingPanels panels = new TrainingPanels();

    @BeforeEach
    void watch() {
        TrainingObservers.register(panels);
    }

    @AfterEach
    void leave() {
        TrainingObservers.remove(panels);
    }

    private static Training training(int epochs) {
        return sequential(input(1, 8, 8), flatten(), dense(32).relu(), dense(10))
                .train(digits().split(0.8, 42))
                .optimizer(adam(1e-3))
                .epochs(epochs)
                .seed(1);
    }

    @Test
    void showOnePanelPerTrainingThatIsFinishedWhenFitReturns() {
        training(2).fit();

        assertThat(page.displays()).hasSize(1);
        var shown = page.display(0);
        assertThat(shown.get(0).text()).isEqualTo("running · epoch 0 of 2 · before the first step");
        assertThat(shown.get(shown.size() - 1).text()).startsWith("finished · epoch 2 of 2 · loss ");
    }

    @Test
    void drawBetweenStartAndEndOnTheirOwnThreadAtMostFourTimesASecond() {
        // Trains until a panel has been drawn in between, however fast this machine is.
        for (int epochs = 20; page.displays().isEmpty() || last().size() < 4; epochs *= 2) {
            training(epochs).fit();
        }

        var between = last().subList(1, last().size() - 1);
        assertThat(between).allSatisfy(shown -> assertThat(shown.thread()).isEqualTo("percolate-panel"));
        for (int at = 1; at < between.size(); at++) {
            assertThat(between.get(at).nanos() - between.get(at - 1).nanos()).isGreaterThanOrEqualTo(249_000_000L);
        }
        assertThat(between.get(0).text()).startsWith("running · epoch ");
    }

    private List<Page.Shown> last() {
        return page.display(page.displays().size() - 1);
    }

    @Test
    void showOneTableThatGrowsForAllTrainingsOfASweep() {
        sweep("rate", 0.1, 0.01).fit(p -> training(1).optimizer(adam(p.number("rate"))));

        assertThat(page.displays()).hasSize(1);
        var shown = page.display(0);
        assertThat(shown.stream().map(Page.Shown::text))
                .containsExactly(
                        "sweep: 0 of 2 trainings ended",
                        "sweep: 1 of 2 trainings ended, 1 finished",
                        "sweep: 2 of 2 trainings ended, 2 finished");
        assertThat(shown.get(2).bundle().data().get(MimeBundle.HTML).toString())
                .contains("rate (double)", "val_accuracy (double)", "0.01");
    }

    @Test
    void finishWhenATrainingIsInterrupted() {
        Thread.currentThread().interrupt();
        training(50).fit();
        boolean stillInterrupted = Thread.interrupted();

        assertThat(last().get(last().size() - 1).text()).startsWith("interrupted · ");
        assertThat(stillInterrupted).isTrue();
    }

    @Test
    void finishWhenATrainingFails() {
        var run = new RecordedRun(5, false, "accuracy");
        panels.started(run);
        run.at(1, 3, 10, 0.7, 0.5).ending(State.FAILED);
        panels.ended(run);

        var end = last().get(1);
        assertThat(end.text()).startsWith("failed · epoch 1 of 5");
        assertThat(alt(end)).isEqualTo("training failed in epoch 1 of 5; loss 0.7");
    }

    private static String alt(Page.Shown shown) {
        return (String) ((Map<?, ?>) shown.bundle().metadata().get(MimeBundle.PNG)).get("alt");
    }

    @Test
    void showWordsWhereNothingCanBeDrawn() {
        var run = new RecordedRun(5, false) {
            @Override
            public int epochs() {
                throw new IllegalStateException("no axis for this one");
            }
        };
        run.at(1, 3, 10, 0.7, 0.5);
        panels.started(run);
        panels.ended(run.ending(State.FINISHED));

        assertThat(last()).hasSize(2);
        assertThat(last().get(1).text()).startsWith("finished · epoch 1 of 5 · loss 0.7");
        assertThat(last().get(1).bundle().data()).containsOnlyKeys(MimeBundle.TEXT);
    }

    @Test
    void drawNothingAfterTheEnd() throws InterruptedException {
        var run = new RecordedRun(5, false);
        panels.started(run);
        panels.ended(run);
        panels.progressed(run);
        panels.ended(run);
        Thread.sleep(600);

        assertThat(last()).hasSize(2);
    }

    @Test
    void drawNothingWhileNothingIsNew() throws InterruptedException {
        var run = new RecordedRun(5, false);
        panels.started(run);
        Thread.sleep(600);
        assertThat(last()).hasSize(1);
        panels.ended(run);
    }

    @Test
    void keepTrainingsApart() {
        Run one = new RecordedRun(1, false).epoch(0.5, 0, 0, 0);
        Run other = new RecordedRun(2, false).epoch(0.25, 0, 0, 0);
        panels.started(one);
        panels.started(other);
        panels.ended(one);
        panels.ended(other);

        assertThat(page.display(0)).allSatisfy(shown -> assertThat(shown.text()).contains("loss 0.5"));
        assertThat(page.display(1)).allSatisfy(shown -> assertThat(shown.text()).contains("loss 0.25"));
    }

    @Test
    void staySmallAndOfOneSize() {
        training(30).fit();

        for (var shown : last()) {
            assertThat((String) shown.bundle().data().get(MimeBundle.PNG)).hasSizeLessThan(60_000 * 4 / 3);
            var metadata = (Map<?, ?>) shown.bundle().metadata().get(MimeBundle.PNG);
            assertThat(metadata.get("width")).isEqualTo(760);
            assertThat(metadata.get("height")).isEqualTo(290);
        }
    }

    @Test
    void showNothingOfAQuietTraining() {
        training(1).quiet().fit();

        assertThat(page.displays()).isEmpty();
    }
}

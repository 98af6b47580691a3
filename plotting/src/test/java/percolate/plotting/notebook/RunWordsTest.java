package percolate.plotting.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import percolate.Run.State;

class RunWordsTest {
    private static RecordedRun threeEpochs() {
        return new RecordedRun(3, true, "accuracy")
                .epoch(2.31, 2.2, 0.3, 0.4)
                .epoch(0.5, 0.6, 0.9, 0.985)
                .epoch(0.08, 0.12, 0.99, 0.98);
    }

    @Test
    void tellHowALossFellAndWhichEpochWasBest() {
        assertThat(RunWords.alt(threeEpochs().ending(State.FINISHED)))
                .isEqualTo("loss fell from 2.31 to 0.08 over 3 epochs; validation accuracy 0.98, best in epoch 2");
    }

    @Test
    void takeTheLowestValidationLossWhereThereIsNoShare() {
        var run = new RecordedRun(2, true).epoch(1, 0.5, 0, 0).epoch(2, 0.7, 0, 0);

        assertThat(RunWords.alt(run.ending(State.FINISHED)))
                .isEqualTo("loss rose from 1 to 2 over 2 epochs; validation loss 0.7, best in epoch 1");
    }

    @Test
    void sayHowATrainingEnded() {
        assertThat(RunWords.alt(new RecordedRun(5, false, "accuracy")
                        .epoch(1, 0, 0.5, 0)
                        .at(2, 3, 10, 0.9, 0.6)
                        .ending(State.INTERRUPTED)))
                .isEqualTo("training interrupted in epoch 2 of 5; loss 1 after 1 epoch; accuracy 0.5");
        assertThat(RunWords.alt(new RecordedRun(5, false))).isEqualTo("training running in epoch 0 of 5");
    }

    @Test
    void sayWhenALossIsNotFinite() {
        var run = new RecordedRun(3, false)
                .epoch(5, 0, 0, 0)
                .epoch(Double.NaN, 0, 0, 0)
                .epoch(Double.NaN, 0, 0, 0)
                .ending(State.FINISHED);

        assertThat(RunWords.alt(run))
                .isEqualTo("loss went from 5 to not a number over 3 epochs; loss is not finite from epoch 2 on");
    }

    @Test
    void captionTheMoment() {
        assertThat(RunWords.caption(threeEpochs()))
                .isEqualTo("epoch 3 of 3 · loss 0.08 · val_loss 0.12 · accuracy 0.99 · val_accuracy 0.98"
                        + " · 1.2 s, 2 min 05 s to go");
        assertThat(RunWords.caption(threeEpochs().ending(State.FINISHED))).endsWith(" · 1.2 s");
        assertThat(RunWords.caption(threeEpochs().ending(State.INTERRUPTED)))
                .endsWith(" · 1.2 s · weights and history kept");
        assertThat(RunWords.caption(new RecordedRun(7, true))).isEqualTo("epoch 0 of 7 · before the first step");
    }

    @Test
    void writeDurationsAsOneWouldSayThem() {
        assertThat(RunWords.time(Duration.ofMillis(400))).isEqualTo("0.4 s");
        assertThat(RunWords.time(Duration.ofMillis(59_990))).isEqualTo("1 min 00 s");
        assertThat(RunWords.time(Duration.ofSeconds(125))).isEqualTo("2 min 05 s");
        assertThat(RunWords.time(Duration.ofMinutes(62))).isEqualTo("1 h 02 min");
    }

    @Test
    void detailsSayRateAndPace() {
        // Three epochs of ten steps in 1.234 seconds.
        assertThat(RunWords.details(threeEpochs().ending(State.FINISHED)))
                .isEqualTo("learning rate 0.1 · 24.3 steps/s");
        assertThat(RunWords.details(new RecordedRun(5, false).ending(State.FINISHED)))
                .isEmpty();
        assertThat(RunWords.details(threeEpochs())).endsWith(" MB in tensors");
        assertThat(RunWords.changesRate(threeEpochs())).isFalse();
    }
}

package percolate.plotting.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import percolate.Progress;

class SamplesTest {
    private static Progress at(int step) {
        return new RecordedRun(1, false).at(1, step, 1_000_000, 1, 0).progress().orElseThrow();
    }

    @Test
    void stayFewHoweverLongTheTraining() {
        var samples = new Samples();
        for (int step = 1; step <= 100_000; step++) {
            samples.add(at(step));
        }

        assertThat(samples.all()).hasSizeBetween(2_000, 4_000).isSortedAccordingTo((a, b) -> a.step() - b.step());
        assertThat(samples.all().get(0).step()).isLessThan(100);
        assertThat(samples.all().get(samples.all().size() - 1).step()).isGreaterThan(99_900);
    }

    @Test
    void keepAllOfAShortTraining() {
        var samples = new Samples();
        samples.add(at(1));
        samples.add(at(2));

        assertThat(samples.all()).extracting(Progress::step).containsExactly(1, 2);
    }
}

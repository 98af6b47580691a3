package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingObserverTest {
    private final List<String> events = new ArrayList<>();
    private final List<TrainingObserver> registered = new ArrayList<>();
    private final Logger log = Logger.getLogger("percolate.train.Observers");

    @BeforeEach
    void silence() {
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void removeAll() {
        log.setLevel(null);
        registered.forEach(TrainingObservers::remove);
    }

    private void watch(String name, Runnable onProgress) {
        var observer = new TrainingObserver() {
            @Override
            public void started(Run run) {
                assertThat(run.state()).isEqualTo(Run.State.RUNNING);
                assertThat(run.history()).isEmpty();
                events.add(name + " started");
            }

            @Override
            public void progressed(Run run) {
                assertThat(run.progress()).isPresent();
                events.add(name + " progressed");
                onProgress.run();
            }

            @Override
            public void ended(Run run) {
                assertThat(run.state()).isNotEqualTo(Run.State.RUNNING);
                events.add(name + " ended " + run.state());
            }
        };
        registered.add(observer);
        TrainingObservers.register(observer);
    }

    private static Training training() {
        return sequential(input(4), dense(3))
                .train(dataset(rand(20, 4), randint(0, 3, 20)))
                .epochs(2);
    }

    @Test
    void anObserverHearsStartProgressAndEndInThisOrder() {
        watch("a", () -> {});
        training().fit();
        assertThat(events).startsWith("a started", "a progressed").endsWith("a ended FINISHED");
        assertThat(events).filteredOn("a started"::equals).hasSize(1);
        assertThat(events).filteredOn(e -> e.startsWith("a ended")).hasSize(1);
    }

    @Test
    void oneThatThrowsIsLeftOutAndTheTrainingGoesOn() {
        watch("bad", () -> {
            throw new IllegalStateException("panel closed");
        });
        watch("worse", () -> {
            throw new NoClassDefFoundError("redefined");
        });
        watch("good", () -> {});
        var run = training().fit();
        assertThat(run.state()).isEqualTo(Run.State.FINISHED);
        assertThat(run.history()).hasSize(2);
        assertThat(events)
                .contains("bad started", "bad progressed", "worse progressed", "good progressed", "good ended FINISHED")
                .doesNotContain("bad ended FINISHED", "worse ended FINISHED");
    }

    @Test
    void quietTrainingsAreNotWatched() {
        watch("a", () -> {});
        training().quiet().fit();
        assertThat(events).isEmpty();
    }

    @Test
    void aRemovedObserverHearsNothing() {
        watch("a", () -> {});
        TrainingObservers.remove(registered.get(0));
        assertThat(TrainingObservers.all()).doesNotContain(registered.get(0));
        training().fit();
        assertThat(events).isEmpty();
    }

    @Test
    void aTrainingThatIsRefusedIsNotWatched() {
        watch("a", () -> {});
        assertThatThrownBy(() -> training().loss(mse()).fit()).isInstanceOf(IllegalArgumentException.class);
        assertThat(events).isEmpty();
    }

    @Test
    void progressComesTwentyTimesASecondAtMost() {
        watch("a", () -> {});
        long began = System.nanoTime();
        training().validation(dataset(rand(4, 4), randint(0, 3, 4))).epochs(300).fit();
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(events.stream().filter("a progressed"::equals).count())
                .isLessThanOrEqualTo((long) (seconds * 20) + 2);
    }

    @Test
    void positionRunsFromTheStartToTheLastEpoch() {
        var positions = new ArrayList<Double>();
        watch("a", () -> {});
        var observer = new TrainingObserver() {
            @Override
            public void started(Run run) {}

            @Override
            public void progressed(Run run) {
                positions.add(run.progress().orElseThrow().position());
            }

            @Override
            public void ended(Run run) {
                positions.add(run.progress().orElseThrow().position());
            }
        };
        registered.add(observer);
        TrainingObservers.register(observer);
        training().epochs(5).fit();
        assertThat(positions).isSorted().last().isEqualTo(5.0);
        assertThat(positions.get(0)).isPositive();
    }
}

package percolate.train;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import percolate.Dataset;
import percolate.Model;
import percolate.Run;
import percolate.TrainingObserver;
import percolate.TrainingObservers;

@Timeout(60)
class StopTest {
    private static final int ENDLESS = 50_000_000;
    private static final Dataset DATA = dataset(rand(20, 3), randint(0, 2, 20));

    private static Model network() {
        return sequential(input(3), dense(4).tanh(), dense(2));
    }

    @Test
    void anotherThreadStopsATrainingThatKeepsItsWeights() throws InterruptedException {
        var net = network();
        var result = new AtomicReference<Run>();
        var interrupted = new AtomicReference<Boolean>();
        var training = new Thread(() -> {
            result.set(net.train(DATA).epochs(ENDLESS).quiet().fit());
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        training.start();
        while (stopTraining() == 0) {
            Thread.onSpinWait();
        }
        training.join();

        assertThat(result.get().state()).isEqualTo(Run.State.INTERRUPTED);
        assertThat(interrupted).as("the thread goes on with its cell").hasValue(false);
        assertThat(net.predict(DATA).sum().item()).isFinite();
        assertThat(stopTraining()).isZero();
    }

    @Test
    void whoWatchesATrainingStopsItBeforeItsFirstStep() {
        var stop = new TrainingObserver() {
            @Override
            public void started(Run run) {
                run.stop();
            }

            @Override
            public void progressed(Run run) {
                throw new AssertionError("expected no step");
            }

            @Override
            public void ended(Run run) {
                assertThat(run.state()).isEqualTo(Run.State.INTERRUPTED);
            }
        };
        TrainingObservers.register(stop);
        try {
            var run = network().train(DATA).epochs(2).fit();
            assertThat(run.history()).isEmpty();
            assertThat(run.progress()).isEmpty();
        } finally {
            TrainingObservers.remove(stop);
        }
    }

    @Test
    void stoppingATrainingThatHasEndedChangesNothing() {
        var run = network().train(DATA).epochs(1).quiet().fit();
        run.stop();
        assertThat(run.state()).isEqualTo(Run.State.FINISHED);
        assertThat(run.history()).hasSize(1);
    }
}

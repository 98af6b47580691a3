package percolate.train;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import percolate.Dataset;
import percolate.Model;
import percolate.Run;
import percolate.TrainingObserver;
import percolate.TrainingObservers;
import percolate.engine.TorchEngine;

@Timeout(60)
class InterruptTest {
    private static final int ENDLESS = 50_000_000;

    private static Dataset data() {
        seed(5);
        return dataset(randn(23, 4), randint(0, 3, 23));
    }

    private static Model network() {
        return sequential(input(4), dense(16).tanh(), dropout(0.3), dense(3));
    }

    /** Interrupts its own thread after some chunks, as a kernel does from outside. */
    private record Stop(int chunks, List<Run> seen) implements TrainingObserver {
        @Override
        public void started(Run run) {
            if (chunks == 0) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void progressed(Run run) {
            seen.add(run);
            if (seen.size() == chunks) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void ended(Run run) {
            seen.add(run);
        }
    }

    private static Run interrupted(Model net, int chunks, int epochs) {
        var stop = new Stop(chunks, new ArrayList<>());
        TrainingObservers.register(stop);
        try {
            return net.train(data())
                    .loss(crossEntropy())
                    .optimizer(adam(0.01))
                    .metrics()
                    .batch(5)
                    .epochs(epochs)
                    .seed(7)
                    .fit();
        } finally {
            TrainingObservers.remove(stop);
        }
    }

    @Test
    void anInterruptStopsAfterAWholeStepAndKeepsWhatWasLearned() {
        var net = network();
        var run = interrupted(net, 3, ENDLESS);
        assertThat(Thread.interrupted()).as("the flag is left set").isTrue();
        assertThat(run.state()).isEqualTo(Run.State.INTERRUPTED);

        var progress = run.progress().orElseThrow();
        int done = (progress.epoch() - 1) * progress.steps() + progress.step();
        assertThat(done).isPositive();
        assertThat(run.history()).hasSize(done / progress.steps());

        var same = network();
        var steps = new Plain(new Setup(same, adam(0.01), 5, ENDLESS, 7), data(), crossEntropy()).training();
        int before = TorchEngine.threads();
        TorchEngine.threads(1);
        var seeded = TorchEngine.seeded(7);
        try {
            steps.run(0, done);
        } finally {
            seeded.close();
            TorchEngine.threads(before);
        }
        same.weights()
                .forEach((name, weight) ->
                        assertThat(net.weight(name).toFloatArray()).as(name).containsExactly(weight.toFloatArray()));
    }

    @Test
    void aThreadInterruptedBeforeTheFirstStepTrainsNothing() {
        var run = interrupted(network(), 0, 2);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(run.state()).isEqualTo(Run.State.INTERRUPTED);
        assertThat(run.history()).isEmpty();
        assertThat(run.progress()).isEmpty();
        assertThat(run.loss()).isNaN();
        assertThat(run.table().rowCount()).isZero();
        assertThat(run).hasToString("run interrupted after 0 of 2 epochs");
    }

    @Test
    void whatIsKeptIsPrinted() {
        var standard = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            interrupted(network(), 0, 2);
        } finally {
            System.setOut(standard);
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("fit stopped within the first epoch of 2; the model keeps its weights"
                        + " and the run its history, and fit() again goes on from there");
    }

    @Test
    void aFurtherFitGoesOn() {
        var net = network();
        interrupted(net, 2, ENDLESS);
        assertThat(Thread.interrupted()).isTrue();
        double before = net.evaluate(data()).loss();
        var run = net.train(data()).optimizer(adam(0.01)).epochs(30).quiet().fit();
        assertThat(run.state()).isEqualTo(Run.State.FINISHED);
        assertThat(net.evaluate(data()).loss()).isLessThan(before);
    }

    @Test
    void anotherThreadInterrupts() throws InterruptedException {
        var net = network();
        var result = new AtomicReference<Run>();
        var flag = new AtomicBoolean();
        var training = new Thread(() -> {
            result.set(net.train(data()).epochs(ENDLESS).quiet().fit());
            flag.set(Thread.currentThread().isInterrupted());
        });
        training.start();
        // Its weights change once the training runs.
        var first = net.weight("dense1.weight");
        while (net.weight("dense1.weight").isClose(first, 0)) {
            Thread.onSpinWait();
        }
        training.interrupt();
        training.join();
        assertThat(result.get().state()).isEqualTo(Run.State.INTERRUPTED);
        assertThat(flag).isTrue();
        assertThat(net.predict(data()).sum().item()).isFinite();
    }
}

package percolate.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.adam;
import static percolate.Percolate.crossEntropy;
import static percolate.Percolate.dense;
import static percolate.Percolate.digits;
import static percolate.Percolate.flatten;
import static percolate.Percolate.input;
import static percolate.Percolate.sequential;

import java.util.Map;
import org.junit.jupiter.api.Test;
import percolate.Tensor;
import percolate.engine.TorchEngine;

class ThreadsTest {
    private static final long MILLI = 1_000_000;

    @Test
    void aSmallStepRunsOnOneThreadWithoutRehearsal() {
        var threads = Threads.suiting(1_000, 64, () -> {
            throw new AssertionError("rehearsed");
        });
        assertThat(threads.count()).isEqualTo(1);
        assertThat(threads).hasToString("1");
    }

    @Test
    void aRehearsalLeavesTheWeightsAlone() {
        var net = sequential(input(64), dense(32).relu(), dense(10));
        var plain = new Plain(new Setup(net, adam(0.1), 32, 1, 7), digits(), crossEntropy());
        var before = net.weights();
        int engine = TorchEngine.threads();
        try {
            var threads = Threads.suiting(1_000_000_000, 64, plain::rehearsal);
            assertThat(threads.count()).isBetween(1, Runtime.getRuntime().availableProcessors());
        } finally {
            TorchEngine.threads(engine);
        }
        assertSame(before, net.weights());
    }

    @Test
    void whatWasSaidIsUsedToTheEndAndNotedDown() {
        var threads = Threads.said(2);
        threads.took(Long.MAX_VALUE / 2, 1, 100);
        assertThat(threads.count()).isEqualTo(2);
        var run = sequential(input(1, 8, 8), flatten(), dense(10))
                .train(digits().take(64))
                .threads(2)
                .epochs(1)
                .quiet()
                .fit();
        assertThat(run.provenance()).containsEntry("threads", "2");
        assertThatThrownBy(() -> sequential(dense(1)).train(digits()).threads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("train.threads: expected 1 or more, got 0");
    }

    @Test
    void stepsThatStallForLongGoOnWithOneThread() {
        var threads = new Threads(2, MILLI);
        threads.took(60 * MILLI, 100, 100);
        assertThat(threads).hasToString("2");
        threads.took(400 * MILLI, 100, 200);
        assertThat(threads.count()).isEqualTo(2);
        threads.took(400 * MILLI, 100, 300);
        assertThat(threads.count()).isEqualTo(1);
        assertThat(threads.toString()).startsWith("2, from step 301 on 1");
    }

    @Test
    void aStallThatPassesChangesNothing() {
        var threads = new Threads(2, MILLI);
        for (int chunk = 0; chunk < 10; chunk++) {
            threads.took(400 * MILLI, 100, chunk * 200L);
            threads.took(60 * MILLI, 100, chunk * 200L + 100);
        }
        assertThat(threads.count()).isEqualTo(2);
    }

    private static void assertSame(Map<String, Tensor> expected, Map<String, Tensor> found) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, weight) ->
                assertThat(found.get(name).toFloatArray()).as(name).containsExactly(weight.toFloatArray()));
    }
}

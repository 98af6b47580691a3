package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import percolate.engine.TorchEngine;

/** Loops by hand, and the record they keep. */
class TrackTest {
    @Test
    void aLoopByHandHasATable() {
        var data = xor();
        var net = sequential(input(2), dense(4).tanh(), dense(1).sigmoid());
        var opt = adam(0.05).on(net);
        var log = track("by hand");
        for (int epoch = 0; epoch < 3; epoch++) {
            for (var batch : data.batches(2, epoch)) {
                log.add("loss", opt.step(() -> binaryCrossEntropy().of(net.apply(batch.x()), batch.y())));
            }
        }
        assertThat(log.table().columnNames()).containsExactly("step", "loss", "seconds");
        assertThat(log.table().rowCount()).isEqualTo(6);
        assertThat(log.series("loss")).hasSize(6).doesNotContain(Double.NaN);
        assertThat(log.loss()).isEqualTo(log.series("loss")[5]);
        assertThat(log).asString().startsWith("by hand: 6 rows, loss ");
    }

    private static Dataset xor() {
        return dataset(
                tensor(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}), tensor(new float[][] {{0}, {1}, {1}, {0}}));
    }

    @Test
    void severalNumbersAreAddedAtOnce() {
        var log = track("GAN").add("generator", 2, "discriminator", scalar(0.5)).add("generator", 1);
        assertThat(log.metrics()).containsExactly("generator", "discriminator");
        assertThat(log.series("generator")).containsExactly(2, 1);
        assertThat(log.series("discriminator")).containsExactly(0.5, Double.NaN);
        assertThat(log.loss()).as("nothing is called so").isNaN();
    }

    @Test
    void whoWatchesTrainingsWatchesItToo() {
        var events = new ArrayList<String>();
        var observer = new TrainingObserver() {
            @Override
            public void started(Run run) {
                events.add("started");
            }

            @Override
            public void progressed(Run run) {
                events.add("progressed " + run.progress().orElseThrow().position());
            }

            @Override
            public void ended(Run run) {
                events.add("ended " + run.state());
            }
        };
        TrainingObservers.register(observer);
        try {
            var log = track("watched").add("loss", 1);
            log.end().end();
            assertOneSentence(() -> log.add("loss", 2), "track.add", "ended", "track(\"watched\")");
        } finally {
            TrainingObservers.remove(observer);
        }
        assertThat(events).containsExactly("started", "progressed 1.0", "ended FINISHED");
    }

    @Test
    void mistakesAreNamed() {
        var log = track("mine");
        assertOneSentence(() -> log.add("loss"), "track.add", "in turn");
        assertOneSentence(() -> log.add(1, 2), "track.add", "a name", "got 1");
        assertOneSentence(() -> log.add("loss", "low"), "track.add", "one number", "low");
        assertOneSentence(() -> log.add("loss", zeros(2)), "track.add", "[2]", "mean()");
        assertOneSentence(log::model, "track.model", "model of the loop");
        assertOneSentence(() -> log.get("accuracy"), "track", "accuracy");
    }

    /** A generator learns N(1, 0.5²) from a discriminator that sees batches; the fake batch is detached for its step. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void twoModelsAndTwoOptimizersAlternate(long seed) {
        seed(seed);
        TorchEngine.threads(1);
        var g = sequential(input(1), dense(1));
        var d = sequential(input(1), dense(16).tanh(), dense(1));
        var optG = adam(0.01).beta1(0.5).on(g);
        var optD = adam(0.05).beta1(0.5).on(d);
        var bce = binaryCrossEntropy().logits();
        var log = track("GAN");
        for (int step = 0; step < 400; step++) {
            var real = randn(256, 1).times(0.5).plus(1);
            var fake = g.apply(randn(256, 1)).detach();
            var lossD = optD.step(() -> bce.of(d.apply(real), ones(256, 1)).plus(bce.of(d.apply(fake), zeros(256, 1))));
            var noise = randn(256, 1);
            var lossG = optG.step(() -> bce.of(d.apply(g.apply(noise)), ones(256, 1)));
            log.add("generator", lossG, "discriminator", lossD);
        }
        var drawn = g.predict(randn(2000, 1));
        assertThat(drawn.mean().item()).as("mean").isBetween(0.8f, 1.2f);
        assertThat(drawn.std().item()).as("standard deviation").isBetween(0.35f, 0.65f);
        assertThat(log.table().rowCount()).isEqualTo(400);
    }
}

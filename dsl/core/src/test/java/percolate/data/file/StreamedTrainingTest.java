package percolate.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.Batch;
import percolate.Dataset;
import percolate.Model;
import percolate.Run;

class StreamedTrainingTest {
    @TempDir
    Path folder;

    private static Model net() {
        return sequential(input(2), dense(8).tanh(), dense(3));
    }

    /** Three classes, learned in a few epochs. */
    private static Dataset held() {
        var x = arange(120).reshape(60, 2).div(60);
        var y = arange(60).div(20).minus(0.5).round().clamp(0, 2).to(int64);
        return dataset(x, y);
    }

    private static List<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals("percolate reads ahead"))
                .toList();
    }

    private static void assertReadersEnd() throws InterruptedException {
        for (var thread : readers()) {
            thread.join(TimeUnit.SECONDS.toMillis(20));
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void imagesFromFilesTrainAsThoseInMemory() throws Exception {
        for (int i = 0; i < 12; i++) {
            var file = folder.resolve((i % 2 == 0 ? "dark/" : "light/") + i + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, ImageFolderTest.image("png", 6, 6, i % 2 == 0 ? 0x101010 * (i % 3 + 1) : 0xc0c0c0 + i));
        }
        var files = imageFolder(folder.toString()).grey();
        var memory = dataset(files.x(), files.y());
        var runs = new Run[2];
        for (int i = 0; i < 2; i++) {
            var data = i == 0 ? files : memory;
            runs[i] = sequential(input(1, 6, 6), flatten(), dense(2))
                    .train(data.split(0.75, 3))
                    .batch(4)
                    .epochs(3)
                    .seed(5)
                    .quiet()
                    .fit();
        }
        assertThat(runs[0].series("loss")).containsExactly(runs[1].series("loss"));
        assertThat(runs[0].series("val_loss")).containsExactly(runs[1].series("val_loss"), within(1e-6));
        assertThat(runs[0].series("accuracy")).containsExactly(runs[1].series("accuracy"));
        assertThat(runs[0].provenance().get("data")).startsWith("sha256:");
        assertThat(runs[0].model().predict(files).shape().get(0)).isEqualTo(12);
        assertReadersEnd();
    }

    @Test
    void aStreamTrainsWithValidationAndRepeatsWithItsSeed() throws Exception {
        var losses = new double[2][];
        for (int i = 0; i < 2; i++) {
            var run = net().train(stream(held().batches(7)).buffer(30))
                    .validation(stream(held().batches(9)))
                    .batch(8)
                    .epochs(4)
                    .seed(1)
                    .quiet()
                    .fit();
            assertThat(run.history()).hasSize(4);
            assertThat(run.state()).isEqualTo(Run.State.FINISHED);
            losses[i] = run.series("loss");
            assertThat(run.get("val_loss"))
                    .isCloseTo(run.model().evaluate(held()).loss(), within(1e-5));
            assertThat(run.provenance().get("data")).startsWith("sha256:");
        }
        assertThat(losses[0]).isEqualTo(losses[1]);
        assertThat(losses[0][3]).isLessThan(losses[0][0]);
        assertReadersEnd();
    }

    @Test
    void inTheOrderOfItsSourceAStreamTrainsAsABatchAfterTheOther() {
        var net = net();
        net.train(held().take(8)).batch(8).epochs(1).seed(4).quiet().fit();
        var twin = net.copy();
        var run = net.train(stream(held().batches(7)).buffer(0))
                .optimizer(sgd(0.1))
                .batch(10)
                .epochs(1)
                .quiet()
                .fit();
        var step = sgd(0.1).on(twin);
        double sum = 0;
        for (var batch : held().batches(10)) {
            sum += step.step(() -> crossEntropy().of(twin.apply(batch.x()), batch.y())) * batch.size();
        }
        assertThat(run.loss()).isCloseTo(sum / 60, within(1e-5));
        assertThat(net.weight("dense1.weight").isClose(twin.weight("dense1.weight"), 1e-5))
                .isTrue();
    }

    @Test
    void whatIsReadInPartsIsScaledAsInMemory() {
        var memory = held();
        var read = stream(memory.batches(7)).buffer(0);
        assertThat(read.normalise()
                        .scaling()
                        .mean()
                        .isClose(memory.normalise().scaling().mean(), 1e-6))
                .isTrue();
        assertThat(read.normalise()
                        .scaling()
                        .deviation()
                        .isClose(memory.normalise().scaling().deviation(), 1e-6))
                .isTrue();
        assertThat(read.subtractMean().x().isClose(memory.subtractMean().x(), 1e-6))
                .isTrue();
        assertThat(read.normalise().isHeld()).isFalse();
        var net = net();
        net.train(memory).epochs(1).quiet().fit();
        assertThat(net.predict(read).isClose(net.predict(memory), 1e-6)).isTrue();
        assertThat(net.evaluate(read).loss()).isCloseTo(net.evaluate(memory).loss(), within(1e-6));
    }

    @Test
    void aStreamServesAnObjective() throws Exception {
        var net = sequential(input(2), dense(1));
        var seen = new AtomicInteger();
        var run = net.train(stream(held().batches(7)))
                .objective(batch -> {
                    seen.addAndGet(batch.size());
                    return net.apply(batch.x())
                            .minus(batch.y().to(float32).reshape(-1, 1))
                            .square()
                            .mean();
                })
                .batch(20)
                .epochs(2)
                .quiet()
                .fit();
        assertThat(run.history()).hasSize(2);
        assertThat(seen).hasValue(120);
        assertReadersEnd();
    }

    @Test
    void aSourceThatFailsEndsTheTrainingWithOneSentence() throws Exception {
        var passes = new AtomicInteger();
        Iterable<Batch> source = () -> {
            if (passes.incrementAndGet() > 4) {
                throw new IllegalStateException("the disk is gone");
            }
            return held().batches(7).iterator();
        };
        var data = stream(source).ofSize(60);
        assertOneSentence(
                () -> net().train(data).batch(8).epochs(50).quiet().fit(),
                "stream: expected the next batch behind its beginning, got a failure of its source",
                "the disk is gone");
        assertReadersEnd();
    }

    @Test
    void anInterruptEndsATrainingThatWaitsForItsData() throws Exception {
        var waiting = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        Iterable<Batch> source = () -> new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return given < 100;
            }

            @Override
            public Batch next() {
                if (given++ == 50) {
                    waiting.countDown();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException("the reader was interrupted", e);
                    }
                }
                return held().take(8).batch();
            }
        };
        var data = stream(source).ofSize(800).buffer(0);
        var run = new AtomicReference<Run>();
        var thread = new Thread(
                () -> run.set(net().train(data).batch(8).epochs(2).quiet().fit()));
        thread.start();
        waiting.await();
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(30));
        assertThat(thread.isAlive()).isFalse();
        assertThat(run.get().state()).isEqualTo(Run.State.INTERRUPTED);
        assertReadersEnd();
    }

    @Test
    void whatIsReadIsAugmentedToo() throws Exception {
        for (int i = 0; i < 8; i++) {
            var file = folder.resolve((i % 2 == 0 ? "a/" : "b/") + i + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, ImageFolderTest.image("png", 8, 8, 0x20 * i));
        }
        var parts = imageFolder(folder.toString()).split(0.5, 1).augment(crop(6), flip());
        assertThat(parts.train().isHeld()).isFalse();
        var run = sequential(input(3, 6, 6), flatten(), dense(2))
                .train(parts)
                .batch(2)
                .epochs(2)
                .seed(1)
                .quiet()
                .fit();
        assertThat(run.series("val_loss")).hasSize(2);
        assertReadersEnd();
    }
}

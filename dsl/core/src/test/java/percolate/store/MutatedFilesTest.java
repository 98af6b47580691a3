package percolate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;
import static percolate.Percolate.*;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.Percolate;
import percolate.engine.Native;
import percolate.engine.StoredZip;

/**
 * Files that came to harm: each is read right or refused in one sentence, soon and without much memory. Half of the zips are
 * packed anew around a changed entry, so that checksums do not stop what the reader behind them has to find. {@code
 * -Dpercolate.long=true} takes 10,000 of each kind.
 */
class MutatedFilesTest {
    private static final int COUNT = Boolean.getBoolean("percolate.long") ? 10_000 : 500;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final long MOST_BYTES = 64L << 20;

    @TempDir
    Path folder;

    private interface Reader {
        Object read(String file);
    }

    private static byte[] changed(byte[] whole, SplittableRandom random) {
        var bytes = whole.clone();
        switch (random.nextInt(6)) {
            case 0 -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            }
            case 1 -> {
                return spliced(bytes, random);
            }
            default ->
                IntStream.range(0, 1 + random.nextInt(8)).forEach(i -> {
                    int at = random.nextInt(bytes.length);
                    bytes[at] =
                            (byte) (random.nextBoolean() ? random.nextInt(256) : bytes[at] ^ 1 << random.nextInt(8));
                });
        }
        return bytes;
    }

    /** A part is put to another place. */
    private static byte[] spliced(byte[] bytes, SplittableRandom random) {
        int length = 1 + random.nextInt(Math.min(64, bytes.length));
        int from = random.nextInt(bytes.length - length + 1);
        int to = random.nextInt(bytes.length - length + 1);
        System.arraycopy(bytes.clone(), from, bytes, to, length);
        return bytes;
    }

    private static byte[] changedWithin(Path zip, SplittableRandom random) throws IOException {
        try (var archive = Archive.open(zip)) {
            var entries = new LinkedHashMap<String, byte[]>();
            for (var name : archive.names()) {
                entries.put(name, archive.read(name));
            }
            var names = entries.keySet().stream()
                    .filter(name -> entries.get(name).length > 0)
                    .toList();
            var name = names.get(random.nextInt(names.size()));
            entries.put(name, changed(entries.get(name), random));
            return StoredZip.of(entries);
        }
    }

    private void readRightOrRefused(Path original, Reader reader) throws IOException {
        var whole = Files.readAllBytes(original);
        boolean zip = whole[0] == 'P';
        var random = new SplittableRandom(original.getFileName().toString().hashCode());
        var file = folder.resolve("harmed");
        long before = Native.madeBytes();
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        int refused = 0;
        for (int i = 0; i < COUNT; i++) {
            Files.write(file, zip && i % 2 == 1 ? changedWithin(original, random) : changed(whole, random));
            long began = System.nanoTime();
            long allocated = thread.getCurrentThreadAllocatedBytes();
            var answer = catchThrowable(() -> reader.read(file.toString()));
            if (answer != null) {
                assertOneSentence(i, answer);
                refused++;
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("file " + i)
                    .isLessThan(LONGEST);
            assertThat(thread.getCurrentThreadAllocatedBytes() - allocated)
                    .as("Java's memory for file " + i)
                    .isLessThan(MOST_BYTES);
            assertThat(Native.madeBytes() - before)
                    .as("native memory for file " + i)
                    .isLessThan(MOST_BYTES);
            before = Native.madeBytes();
        }
        assertThat(refused).as("some are harmless, not many").isGreaterThan(COUNT / 4);
    }

    private static void assertOneSentence(int number, Throwable answer) {
        if (!(answer instanceof ModelFileException)) {
            fail("file " + number + " ended in " + answer, answer);
        }
        assertThat(answer.getMessage()).contains("\"): ").doesNotContain("\n", "Exception", "percolate.");
    }

    @Test
    void aModelFile() throws IOException {
        var original = folder.resolve("original.pct");
        sequential(input(2), dense(3).relu(), dropout(0.1), residual(dense(3).tanh()), dense(1))
                .save(original.toString());
        readRightOrRefused(original, Percolate::load);
    }

    @Test
    void safetensors() throws IOException {
        readRightOrRefused(WeightsFileTest.FILES.resolve("kinds.safetensors"), Percolate::loadWeights);
    }

    @Test
    void aStateDictionary() throws IOException {
        readRightOrRefused(WeightsFileTest.FILES.resolve("kinds.pt"), Percolate::loadWeights);
        readRightOrRefused(WeightsFileTest.FILES.resolve("checkpoint.pt"), Percolate::loadWeights);
    }

    /** Up to where it would reach native code, whose own reader is not ours to harden. */
    @Test
    void theEnvelopeOfAProgram() throws IOException {
        readRightOrRefused(WeightsFileTest.FILES.resolve("script.pt"), MutatedFilesTest::envelope);
    }

    private static Object envelope(String file) {
        var reading = new Reading("load", Path.of(file), "a program");
        return reading.of(() -> {
            try (var archive = Archive.open(Path.of(file))) {
                var torch = TorchFile.of(archive);
                torch.weights();
                return torch.entries();
            }
        });
    }
}

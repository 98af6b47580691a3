package percolate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes leaves the last whole file. */
@Timeout(120)
class KilledTest {
    private static final int KILLS = 10;
    private static final int FILES = 5;

    @TempDir
    Path folder;

    /** Writes two contents in turn into several files at once, for ever. */
    static final class Writing {
        private Writing() {}

        public static void main(String[] arguments) throws IOException {
            var folder = Path.of(arguments[0]);
            var contents = new byte[][] {
                Files.readAllBytes(folder.resolve("first")), Files.readAllBytes(folder.resolve("second"))
            };
            IntStream.range(0, FILES)
                    .mapToObj(number -> new Thread(() -> write(folder.resolve("checkpoint" + number), contents)))
                    .forEach(Thread::start);
        }

        private static void write(Path file, byte[]... contents) {
            for (int i = 0; true; i++) {
                try {
                    AtomicFile.write(file, contents[i % 2]);
                    System.out.write(1);
                    System.out.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Test
    void fiftyFilesThatWereBeingWrittenLoad() throws IOException, InterruptedException {
        var net = sequential(input(200), dense(300), dense(10));
        for (var name : new String[] {"first", "second"}) {
            net.weights(Map.of("dense1.bias", full(name.length(), 300)));
            CheckpointFile.write(folder.resolve(name), net, name, Map.of("moment", net.weight("dense1.weight")));
        }
        var random = new Random(1);
        for (int kill = 0; kill < KILLS; kill++) {
            kill(random.nextInt(60));
            for (int number = 0; number < FILES; number++) {
                var found = CheckpointFile.read(folder.resolve("checkpoint" + number));
                assertThat(found.training()).isIn("first", "second");
                assertThat(found.weights().get("dense1.bias").toFloatArray())
                        .containsOnly(found.training().length());
            }
        }
    }

    private void kill(int millis) throws IOException, InterruptedException {
        var writing = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writing.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // A byte for each file that was written.
        assertThat(writing.getInputStream().readNBytes(2 * FILES)).hasSize(2 * FILES);
        TimeUnit.MILLISECONDS.sleep(millis);
        assertThat(writing.isAlive()).isTrue();
        writing.destroyForcibly().waitFor();
    }
}

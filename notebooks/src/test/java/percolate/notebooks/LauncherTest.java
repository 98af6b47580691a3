package percolate.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the tests of the launcher, which are written in its own language. */
class LauncherTest {
    private static final Path HOUSE = Path.of("").toAbsolutePath().getParent();
    private static final String PYTHON = System.getProperty("os.name").startsWith("Windows") ? "python" : "python3";

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void theLaunchersOwnTestsPass() throws IOException, InterruptedException {
        Process tests = new ProcessBuilder(
                        PYTHON,
                        "-m",
                        "unittest",
                        "discover",
                        "--start-directory",
                        HOUSE.resolve("kernel/launcher/tests").toString(),
                        "--top-level-directory",
                        HOUSE.resolve("kernel").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tests.waitFor()).as(said).isZero();
        assertThat(said).containsPattern("Ran [1-9]\\d* tests");
    }
}

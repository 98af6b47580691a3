package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMagicsTest {
    @TempDir
    Path folder;

    @AutoClose
    private final RunningKernel kernel = RunningKernel.start();

    @Test
    void commandsStreamTheirOutputAndTellTheirStatus() {
        var done = kernel.execute("%system echo out; echo err >&2");
        assertThat(done.printed("stdout")).isEqualTo("out\n");
        assertThat(done.printed("stderr")).isEqualTo("err\n");
        assertThat(kernel.execute("%system exit 3").failure())
                .isEqualTo("%system: expected the command to end with status 0, got 3");
        var failed = kernel.execute("%%bash", "exit 3");
        assertThat(failed.failure()).isEqualTo("%%bash: expected the command to end with status 0, got 3");
        assertThat(failed.traceback()).contains("%%bash");
        var script = kernel.execute("%%bash", "for i in 1 2; do", "  echo $((i * 10))", "done");
        assertThat(script.printed("stdout")).isEqualTo("10\n20\n");
    }

    @Test
    void aVariableOfTheEnvironmentReachesCommands() {
        assertThat(kernel.execute("%env PERCOLATE_TEST=a b").printed("stdout")).contains("stays as it was");
        assertThat(kernel.execute("%system echo \"$PERCOLATE_TEST\"").printed("stdout"))
                .isEqualTo("a b\n");
        assertThat(kernel.execute("%env PERCOLATE_TEST").result()).isEqualTo("a b");
        kernel.execute("%env PERCOLATE_TOKEN=abc");
        assertThat(kernel.execute("%env").printed("stdout"))
                .contains("PERCOLATE_TEST=a b\n", "PERCOLATE_TOKEN=(hidden)\n", "PATH=");
        assertThat(kernel.execute("%env NO_SUCH_THING").failure()).contains("there is no variable NO_SUCH_THING");
        kernel.execute("%env PATH=/nowhere");
        assertThat(kernel.execute("%%bash", "echo x").printed("stdout")).isEqualTo("x\n");
    }

    @Test
    void anInterruptEndsACommandWithAllThatItStarted() throws Exception {
        var file = folder.resolve("pid");
        var id = kernel.begin(
                "%%bash", "sleep 600 &", "echo $! > " + file + ".part", "mv " + file + ".part " + file, "wait");
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Files.exists(file)) {
            assertThat(System.nanoTime())
                    .as("when the command is to have started")
                    .isLessThan(deadline);
            Thread.sleep(5);
        }
        kernel.command("interrupt_request");
        var ended = kernel.finish(id);
        assertThat(ended.reply().text("ename")).isEqualTo("Interrupted");
        var sleeper = ProcessHandle.of(Long.parseLong(Files.readString(file).strip()));
        if (sleeper.isPresent()) {
            sleeper.get().onExit().get(60, TimeUnit.SECONDS);
        }
        assertThat(kernel.execute("sum 1 2").result()).isEqualTo("3");
    }
}

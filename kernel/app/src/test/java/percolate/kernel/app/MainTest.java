package percolate.kernel.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpNamesEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(UTF_8)).contains("CONNECTION_FILE", "install --data", "--version");
    }

    @Test
    void theVersionIsNamed() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString(UTF_8)).startsWith("percolate ");
    }

    @Test
    void whatMakesNoSenseIsAnsweredInOneSentence() {
        assertWrong("expected a connection file, install, --version or --help, got nothing");
        assertWrong("got --frobnicate", "--frobnicate");
        assertWrong("--language: expected java or kotlin, got ruby", "--language", "ruby", "x");
        assertWrong("expected a connection file", "--language", "kotlin");
        assertWrong("frobnicate, which is neither", "frobnicate");
        assertWrong("expected --data with the folder", "install");
        assertWrong("expected a value after --data", "install", "--data");
        assertWrong("--language: expected java or kotlin, got cobol", "--language", "cobol", "file");
        assertWrong("--language: expected java or kotlin, got nothing", "--language");
        assertWrong("expected --language with java or kotlin", "rehearse");
        assertWrong("expected --data or --java, got --user", "install", "--user");
    }

    @Test
    void aConnectionFileThatSaysNothingIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("kernel.json"), "{}");
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8).lines()).hasSize(1).first().asString().contains("connection file");
    }

    private void assertWrong(String part, String... arguments) {
        err.reset();
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).hasSize(1).first().asString().contains(part);
    }

    private int run(String... arguments) {
        return new Main(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)).run(List.of(arguments));
    }
}

package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MagicAssistanceTest {
    @TempDir
    Path folder;

    @AutoClose
    private final RunningKernel kernel = RunningKernel.start();

    @Test
    void namesOfMagicsAndFilesAreCompletedAndSoIsCodeBesideThem() throws IOException {
        assertThat(matches("%timei")).containsExactly("%timeit");
        assertThat(matches("print a\n%wh")).containsExactly("print a\n%who", "print a\n%whos");
        assertThat(matches("%%ti")).containsExactly("%%time", "%%timeit");
        assertThat(matches("%")).contains("%maven", "%who").doesNotContain("%bash");
        assertThat(matches("%help %wri")).isEmpty();
        assertThat(matches("%help lsm")).containsExactly("%help lsmagic");
        assertThat(matches("%who\nrep")).containsExactly("%who\nrepeat");
        assertThat(matches("%time rep")).containsExactly("%time repeat");
        assertThat(matches("%%time\nrep")).containsExactly("%%time\nrepeat");
        assertThat(matches("%%html\nrep")).isEmpty();
        Files.createDirectory(folder.resolve("tools"));
        Files.writeString(folder.resolve("tool.jsh"), "");
        assertThat(matches("%load " + folder + "/to"))
                .containsExactly("%load " + folder + "/tool.jsh", "%load " + folder + "/tools/");
    }

    @Test
    void aMagicIsInspected() {
        var content = new JsonObject();
        content.addProperty("code", "print a\n%maven x");
        content.addProperty("cursor_pos", 12);
        content.addProperty("detail_level", 0);
        var found = kernel.ask("inspect_request", content).reply().content();
        assertThat(found.getAsJsonObject("data").get("text/plain").getAsString())
                .startsWith("%maven GROUP:ARTIFACT:VERSION…\n    Adds libraries")
                .contains("also: %addMavenDependencies");
    }

    @Test
    void aCellWithMagicsIsCompleteWhenItsCodeIs() {
        assertThat(completeness("%who")).isEqualTo("complete");
        assertThat(completeness("%who", "print \\")).isEqualTo("incomplete");
        assertThat(completeness("%%time", "print x")).isEqualTo("complete");
        assertThat(completeness("%%bash")).isEqualTo("incomplete");
        assertThat(completeness("%%bash", "ls", "")).isEqualTo("complete");
    }

    private List<String> matches(String code) {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("cursor_pos", code.length());
        var reply = kernel.ask("complete_request", content).reply().content();
        return StreamSupport.stream(reply.getAsJsonArray("matches").spliterator(), false)
                .map(one -> code.substring(0, reply.get("cursor_start").getAsInt()) + one.getAsString())
                .toList();
    }

    private String completeness(String... lines) {
        var content = new JsonObject();
        content.addProperty("code", String.join("\n", lines));
        return kernel.ask("is_complete_request", content).reply().text("status");
    }
}

package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import percolate.kernel.cells.Interruption;
import percolate.kernel.language.Languages;

class TwoLanguagesTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.start();

    @Test
    void aCellIsInTheNotebooksLanguageUnlessItsFirstLineNamesAnother() {
        assertThat(kernel.execute("language").result()).isEqualTo("script");
        assertThat(kernel.execute("%%other", "language").result()).isEqualTo("other");
        assertThat(kernel.execute("%%script", "language").result()).isEqualTo("script");
    }

    @Test
    void aLanguageThatTakesLongToStartSaysSoOnce() {
        var interruption = new Interruption();
        var languages = Languages.of(new ScriptLanguage("script", interruption))
                .with(ScriptLanguage.notation("slow"), () -> {
                    LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
                    return new ScriptLanguage("slow", interruption);
                });
        try (var slow = RunningKernel.of(languages, RunningKernel.class.getClassLoader(), interruption)) {
            var first = slow.execute("%%slow", "language");
            assertThat(first.result()).isEqualTo("slow");
            assertThat(first.printed("stdout")).isEqualTo("Slow starts; from then on its cells run at once\n");
            assertThat(slow.execute("%%slow", "language").printed("stderr")).isEmpty();
        }
        assertThat(kernel.execute("%%other", "language").printed("stderr")).isEmpty();
    }

    @Test
    void completionAsksTheLanguageOfTheCell() {
        var content = new JsonObject();
        content.addProperty("code", "%%other\nsho");
        content.addProperty("cursor_pos", 11);
        var completed = kernel.ask("complete_request", content).reply().content();
        assertThat(completed.getAsJsonArray("matches")).hasSize(2);
        assertThat(completed.get("cursor_start").getAsInt()).isEqualTo(8);
    }

    @Test
    void inspectionFindsWhatTheLanguageKnows() {
        var content = new JsonObject();
        content.addProperty("code", "show");
        content.addProperty("detail_level", 1);
        var found = kernel.ask("inspect_request", content).reply().content();
        assertThat(found.get("found").getAsBoolean()).isTrue();
        assertThat(found.getAsJsonObject("data").get("text/plain").getAsString())
                .isEqualTo("show: a command of this language");
    }
}

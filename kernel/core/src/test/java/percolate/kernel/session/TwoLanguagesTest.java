package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

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

package percolate.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryPlaceTest {
    private static final Path HOME = Path.of("home", "ada");

    @Test
    void itLiesInJupytersFolderForDataOfEachSystem() {
        assertThat(place("Linux", Map.of())).isEqualTo(HOME.resolve(".local/share/jupyter/percolate/history/java.jsonl"));
        assertThat(place("Linux", Map.of("XDG_DATA_HOME", "data")))
                .isEqualTo(Path.of("data/jupyter/percolate/history/java.jsonl"));
        assertThat(place("Mac OS X", Map.of())).isEqualTo(HOME.resolve("Library/Jupyter/percolate/history/java.jsonl"));
        assertThat(place("Windows 11", Map.of("APPDATA", "roaming")))
                .isEqualTo(Path.of("roaming/jupyter/percolate/history/java.jsonl"));
        assertThat(place("Linux", Map.of("JUPYTER_DATA_DIR", "there")))
                .isEqualTo(Path.of("there/percolate/history/java.jsonl"));
    }

    @Test
    void aVariableNamesAnotherFolderOrSwitchesItOff() {
        assertThat(place("Linux", Map.of("PERCOLATE_HISTORY", "mine"))).isEqualTo(Path.of("mine/java.jsonl"));
        assertThat(HistoryPlace.find(Map.of("PERCOLATE_HISTORY", "off"), "Linux", HOME, "java"))
                .isEmpty();
    }

    private static Path place(String system, Map<String, String> environment) {
        return HistoryPlace.find(environment, system, HOME, "java").orElseThrow();
    }
}

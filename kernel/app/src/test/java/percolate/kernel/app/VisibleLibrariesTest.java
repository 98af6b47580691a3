package percolate.kernel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VisibleLibrariesTest {
    @Test
    void cellsSeeTheDisplayApiAndTheLibrariesOfTheDsl() throws Exception {
        assertThat(VisibleLibraries.find())
                .contains(holding("percolate.kernel.api.Display"), holding("ai.djl.engine.Engine"))
                .contains(holding("tech.tablesaw.api.Table"), holding("kotlin.Unit"));
    }

    @Test
    void cellsDoNotSeeWhatTheKernelIsMadeOf() throws Exception {
        assertThat(VisibleLibraries.find())
                .doesNotContain(holding("percolate.kernel.session.Kernel"), holding("percolate.kernel.app.Main"))
                .doesNotContain(holding("com.google.gson.Gson"), holding("org.zeromq.ZContext"));
    }

    @Test
    void theNativeEngineIsFoundThroughThem() throws IOException {
        assertThat(VisibleLibraries.find()).anyMatch(jar -> jar.toString().contains("pytorch-native"));
    }

    private static Path holding(String type) throws Exception {
        URI place = Class.forName(type)
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        return Path.of(place);
    }
}

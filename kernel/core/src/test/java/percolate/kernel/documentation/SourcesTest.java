package percolate.kernel.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @TempDir
    private Path folder;

    @Test
    void aSourceThatComesLaterIsFound() throws IOException {
        var classPath = new ArrayList<>(List.<Path>of());
        var sources = new Sources(() -> classPath, folder.resolve("src.zip"));
        assertThat(sources.of("", "lib.Part")).isEmpty();
        var file = folder.resolve(Sources.WITHIN + "lib/Part.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "package lib; public class Part {}");
        classPath.add(folder);
        assertThat(sources.of("", "lib.Part")).isPresent();
    }
}

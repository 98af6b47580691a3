package percolate.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.kernel.app.PackagedKernel;

/** What the README shows is what the kernel does. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void itsJavaRunsAsACell(@TempDir Path folder) throws IOException {
        var snippets = snippets();
        assertThat(snippets).isNotEmpty();
        try (var kernel = PackagedKernel.start(folder)) {
            for (var snippet : snippets) {
                var cell = kernel.client().execute(snippet);
                assertThat(cell.status())
                        .as("%s%n%s", snippet, cell.of("error"))
                        .isEqualTo("ok");
                assertThat(cell.result()).startsWith("confusion matrix of 10 classes");
            }
        }
    }

    @Test
    void itsPictureIsThere() throws IOException {
        for (var link : links(Files.readString(README))) {
            assertThat(README.resolveSibling(link)).exists();
        }
    }

    private static List<String> snippets() throws IOException {
        return JAVA.matcher(Files.readString(README))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> links(String text) {
        return Pattern.compile("]\\((?!http)([^)#]+)\\)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}

package percolate.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.kernel.app.PackagedKernel;

/** What the README shows is what the kernel does. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Pattern CELL = Pattern.compile("```(?:java\n|\n(?=%%))(.*?)```", Pattern.DOTALL);

    @Test
    void itsCodeRunsAsCells(@TempDir Path folder) throws IOException {
        try (var kernel = PackagedKernel.start(folder)) {
            var values = new ArrayList<String>();
            for (var snippet : snippets()) {
                var cell = kernel.client().execute(snippet);
                assertThat(cell.status())
                        .as("%s%n%s", snippet, cell.of("error"))
                        .isEqualTo("ok");
                values.add(cell.result());
            }
            assertThat(values.get(0)).startsWith("confusion matrix of 10 classes");
            assertThat(kernel.client().execute("n").result())
                    .as("changed in Kotlin, read in Java")
                    .isEqualTo("5");
        }
    }

    @Test
    void itsPictureIsThere() throws IOException {
        for (var link : links(Files.readString(README))) {
            assertThat(README.resolveSibling(link)).exists();
        }
    }

    private static List<String> snippets() throws IOException {
        return CELL.matcher(Files.readString(README))
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

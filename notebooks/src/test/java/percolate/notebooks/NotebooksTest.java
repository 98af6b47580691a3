package percolate.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.kernel.app.PackagedKernel;
import percolate.kernel.client.Execution;

/** Every notebook runs from top to bottom over a real connection to the kernel as users have it. */
class NotebooksTest {
    private static final Path JAVA = Path.of("java");
    private static final Map<Notebook, List<Execution>> RAN = new HashMap<>();

    @TempDir
    static Path folder;

    static List<Notebook> notebooks() throws IOException {
        var all = new ArrayList<Notebook>();
        try (var files = Files.list(JAVA)) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList()) {
                all.add(Notebook.read(file));
            }
        }
        assertThat(all).as("notebooks in " + JAVA.toAbsolutePath()).isNotEmpty();
        return all;
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void everyCellRuns(Notebook notebook) throws IOException {
        assertThat(notebook.code()).isNotEmpty();
        ran(notebook).forEach(cell -> assertThat(cell.of("display_data").size()
                        + cell.of("execute_result").size()
                        + cell.of("stream").size())
                .as("a cell of " + notebook + " that shows nothing")
                .isPositive());
    }

    @ParameterizedTest
    @MethodSource("panels")
    void trainingMovesAPanel(Notebook notebook) throws IOException {
        var updates = ran(notebook).stream()
                .flatMap(cell -> cell.of("update_display_data").stream())
                .map(update -> update.data("text/plain"))
                .toList();
        // A moment may be drawn twice, for the training goes on while it is drawn; a panel that stands still may not.
        assertThat(Set.copyOf(updates)).as("moments of the training").hasSizeGreaterThan(1);
        assertThat(updates.get(updates.size() - 1)).startsWith("finished");
    }

    static List<Notebook> panels() throws IOException {
        return List.of(Notebook.read(JAVA.resolve("first-network.ipynb")));
    }

    /** Each notebook runs once, whatever is asked of it. */
    private static List<Execution> ran(Notebook notebook) throws IOException {
        var known = RAN.get(notebook);
        if (known == null) {
            known = run(notebook);
            RAN.put(notebook, known);
        }
        return known;
    }

    private static List<Execution> run(Notebook notebook) throws IOException {
        var cells = new ArrayList<Execution>();
        try (var kernel = PackagedKernel.start(folder)) {
            for (var code : notebook.code()) {
                var cell = kernel.client().execute(code);
                assertThat(cell.status())
                        .as("%s: %s%n%s", notebook, code, cell.of("error"))
                        .isEqualTo("ok");
                cells.add(cell);
            }
        }
        return cells;
    }
}

package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMagicsTest {
    @TempDir
    Path folder;

    @AutoClose
    private final RunningKernel kernel = RunningKernel.start();

    @Test
    void aFileIsWrittenWholeAndAppendedTo() throws IOException {
        var file = folder.resolve("a b.csv");
        assertThat(kernel.execute("%%writefile \"" + file + "\"", "x,y", "%who,2")
                        .printed("stdout"))
                .startsWith("wrote ");
        assertThat(file).hasContent("x,y\n%who,2\n");
        kernel.execute("%%writefile -a '" + file + "'", "3");
        assertThat(file).hasContent("x,y\n%who,2\n3\n");
        kernel.execute("%%writefile \"" + file + "\"", "new");
        assertThat(file).hasContent("new\n");
        assertThat(folder.toFile().list()).containsExactly("a b.csv");
        assertThat(kernel.execute("%%writefile " + folder.resolve("none/x"), "y")
                        .failure())
                .contains("make ");
        assertThat(kernel.execute("%%writefile " + folder, "y").failure()).contains("which is a folder");
    }

    @Test
    void aNestedFileIsNamedFromWhereItLiesAndErrorsNameIt() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("outer.txt"), "print outer\n%load in/inner.txt\nlanguage");
        Files.writeString(folder.resolve("in/inner.txt"), "print inner\n%load beside.txt\n");
        Files.writeString(folder.resolve("in/beside.txt"), "print beside\n\n%nosuch");
        var failed = kernel.execute("%load " + folder.resolve("outer.txt"));
        assertThat(failed.printed("stdout")).isEqualTo("outer\ninner\nbeside\n");
        assertThat(failed.traceback()).contains("beside.txt, line 3: there is no magic %nosuch");
        Files.writeString(folder.resolve("in/beside.txt"), "print beside\nfail now");
        assertThat(kernel.execute("%load " + folder.resolve("outer.txt")).traceback())
                .startsWith("beside.txt");
        Files.writeString(folder.resolve("in/beside.txt"), "print beside");
        assertThat(kernel.execute("%load " + folder.resolve("outer.txt")).result())
                .isEqualTo("script");
    }

    @Test
    void loadingThatNeverEndsIsRefused() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "%load b.txt");
        Files.writeString(folder.resolve("b.txt"), "%load a.txt");
        assertThat(kernel.execute("%load " + folder.resolve("a.txt")).failure())
                .isEqualTo("%load: this never ends: a.txt loads b.txt loads a.txt again");
    }

    @Test
    void aNotebookIsLoadedInItsLanguageWithOrWithoutItsEnding() throws IOException {
        Files.writeString(
                folder.resolve("book.ipynb"), notebook("other", "language", "print x\n%help who", "language"));
        for (var name : List.of("book.ipynb", "book")) {
            var loaded = kernel.execute("%load " + folder.resolve(name));
            assertThat(loaded.result()).isEqualTo("other");
            assertThat(loaded.printed("stdout")).startsWith("x\n%who");
        }
        Files.writeString(folder.resolve("bad.ipynb"), notebook("script", "print x", "fail now"));
        assertThat(kernel.execute("%load " + folder.resolve("bad")).traceback()).contains("bad.ipynb, cell 2");
        Files.writeString(folder.resolve("far.ipynb"), notebook("cobol", "x"));
        assertThat(kernel.execute("%load " + folder.resolve("far")).failure())
                .contains("far.ipynb is written in cobol, which this session does not have");
        Files.writeString(folder.resolve("no.ipynb"), "{");
        assertThat(kernel.execute("%load " + folder.resolve("no")).failure()).contains("which is not JSON");
        assertThat(kernel.execute("%load " + folder.resolve("none")).failure()).contains("expected a file");
    }

    private static String notebook(String language, String... cells) {
        var info = new JsonObject();
        info.addProperty("name", language);
        var metadata = new JsonObject();
        metadata.add("language_info", info);
        var all = new JsonArray();
        for (var text : cells) {
            var cell = new JsonObject();
            cell.addProperty("cell_type", "code");
            var lines = new JsonArray();
            text.lines().map(line -> line + "\n").forEach(lines::add);
            cell.add("source", lines);
            all.add(cell);
            var words = new JsonObject();
            words.addProperty("cell_type", "markdown");
            words.addProperty("source", "%words");
            all.add(words);
        }
        var notebook = new JsonObject();
        notebook.add("cells", all);
        notebook.add("metadata", metadata);
        return notebook.toString();
    }
}

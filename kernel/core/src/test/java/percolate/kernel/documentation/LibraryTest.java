package percolate.kernel.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.kernel.documentation.Library.Name;

class LibraryTest {
    @TempDir
    private Path folder;

    private final List<Path> classPath = new ArrayList<>();

    @AutoClose
    private final Library library = new Library(() -> classPath);

    @Test
    void classesAreKnownAsSoonAsTheClassPathHasThem() throws IOException {
        assertThat(library.html(List.of(Name.of("lib.Round")))).isEmpty();
        classPath.add(made("Round"));
        assertThat(library.html(List.of(Name.of("lib.Round")))).contains("<p>A Round.");
        classPath.add(made("Square"));
        assertThat(library.html(List.of(Name.of("lib.Square")))).contains("<p>A Square.");
        assertThat(library.html(List.of(Name.of("lib.Round")))).contains("<p>A Round.");
    }

    @Test
    void whatWasClosedAnswersOnceMore() throws IOException {
        classPath.add(made("Round"));
        library.close();
        library.close();
        assertThat(library.html(List.of(Name.of("lib.Round")))).contains("<p>A Round.");
    }

    @Test
    void onlyOfTheJdkItIsToldThatItsSourcesAreMissing() {
        var hasSources = Files.isReadable(Path.of(System.getProperty("java.home"), "lib", "src.zip"));
        assertThat(library.note(List.of(Name.of("lib.Round"), Name.of("java.util.List")))
                        .isEmpty())
                .isEqualTo(hasSources);
        assertThat(library.note(List.of(Name.of("lib.Round")))).isEmpty();
        assertThat(library.note(List.of())).isEmpty();
    }

    private Path made(String name) throws IOException {
        var classes = Files.createDirectories(folder.resolve(name));
        var source =
                Files.createDirectories(classes.resolve(Sources.WITHIN + "lib")).resolve(name + ".java");
        Files.writeString(source, "package lib;\n/** A " + name + ". */\npublic class " + name + " {}\n");
        var compiled =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        assertThat(compiled).isZero();
        return classes;
    }
}

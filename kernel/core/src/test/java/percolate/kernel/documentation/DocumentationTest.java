package percolate.kernel.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.kernel.documentation.Documentation.Compilation;

/** A library whose entry class only points to its parts, as its sources document it. */
class DocumentationTest {
    @TempDir
    private static Path folder;

    private static Compilation compilation;
    private static Documentation documentation;

    @BeforeAll
    static void compile() throws IOException {
        var files = List.of(
                source("lib/Maker.java", """
                        package lib;
                        import lib.part.Dense;
                        /** Makes parts. */
                        public class Maker {
                            /** @see Dense */
                            public static Object dense() { return null; }
                            /**
                             * With a bias.
                             *
                             * @see Dense
                             */
                            public static Dense biased() { return null; }
                            /**
                             * How many there are.
                             *
                             * @see Dense
                             */
                            public static int count() { return 0; }
                            /** @see #count() */
                            public static int size() { return 0; }
                            /** @see Round */
                            public static void round() {}
                            /** @see lib.Missing */
                            public static void missing() {}
                            /** @see <a href="https://example.org/">a page</a> */
                            public static void page() {}
                        }
                        """),
                source("lib/Round.java", "package lib;\n/** @see Round */\npublic class Round {}\n"),
                source("lib/part/Dense.java", "package lib.part;\n/** Joins all to all. */\npublic class Dense {}\n"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, null, null);
        var task = (JavacTask) compiler.getTask(
                null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
        task.analyze();
        compilation = new Compilation(task.getElements(), task.getTypes());
        documentation = new Documentation(() -> List.of(folder), type -> Optional.empty(), UnaryOperator.identity());
    }

    private static Path source(String name, String text) throws IOException {
        var file = folder.resolve(Sources.WITHIN + name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void aCommentThatOnlyPointsElsewhereIsFollowed() {
        assertThat(plain("dense")).isEqualTo("Joins all to all.");
        assertThat(plain("size")).isEqualTo("How many there are.\n\nsee Dense");
    }

    @Test
    void whatAMethodMakesIsDocumentedWithIt() {
        assertThat(plain("biased")).isEqualTo("With a bias.\n\nJoins all to all.");
    }

    @Test
    void aCommentThatSaysEnoughKeepsItsReference() {
        assertThat(plain("count")).isEqualTo("How many there are.\n\nsee Dense");
    }

    @Test
    void aReferenceThatLeadsNowhereStaysOne() {
        assertThat(plain("round")).isEqualTo("see Round");
        assertThat(plain("missing")).isEqualTo("see lib.Missing");
        assertThat(plain("page")).isEqualTo("see a page");
    }

    private static String plain(String method) {
        var found = compilation.elements().getTypeElement("lib.Maker").getEnclosedElements().stream()
                .filter(one -> one.getSimpleName().contentEquals(method))
                .findFirst()
                .orElseThrow();
        return Documentation.plain(documentation.html(found, compilation).orElseThrow());
    }
}

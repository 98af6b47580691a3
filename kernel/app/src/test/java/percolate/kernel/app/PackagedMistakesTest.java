package percolate.kernel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import percolate.kernel.client.Execution;
import percolate.kernel.client.Mistake;

/** The words that learners get for the mistakes in {@code mistakes.md}, as a front end shows them. */
class PackagedMistakesTest {
    private static final List<Mistake> CORPUS = Mistake.of(PackagedMistakesTest.class, "mistakes.md");
    private static final Pattern CELL = Pattern.compile("\\bcell (\\d+)");

    @TempDir
    static Path folder;

    @AutoClose
    private static PackagedKernel kernel;

    @BeforeAll
    static void start() throws IOException {
        kernel = PackagedKernel.start(folder);
        kernel.client().execute("%%kotlin\n1 + 1"); // which may say that Kotlin starts
    }

    @Test
    void theCorpusHasMoreThanFifteenMistakes() {
        assertThat(CORPUS).hasSizeGreaterThan(15);
    }

    @TestFactory
    Stream<DynamicTest> aLearnerReads() {
        return CORPUS.stream().map(mistake -> dynamicTest(mistake.title(), () -> check(mistake)));
    }

    /** The cells of one mistake are counted from 1, whatever ran before in this session. */
    private static void check(Mistake mistake) {
        var before = -1;
        for (var cell : mistake.cells()) {
            var code = cell.language().equals("java") ? cell.code() : "%%" + cell.language() + "\n" + cell.code();
            var done = kernel.client().execute(code);
            var count = done.reply().content().get("execution_count").getAsInt();
            before = before < 0 ? count - 1 : before;
            assertThat(countedFrom(before, shown(done))).as(code).isEqualTo(cell.words());
        }
    }

    private static String shown(Execution done) {
        var lines = new ArrayList<String>();
        lines.add(done.printed("stdout") + done.printed("stderr") + done.result());
        for (var error : done.of("error")) {
            for (JsonElement line : error.content().getAsJsonArray("traceback")) {
                lines.add(line.getAsString());
            }
        }
        return String.join("\n", lines).strip();
    }

    private static String countedFrom(int before, String words) {
        return CELL.matcher(words.replace(folder.toString(), "/home/ada"))
                .replaceAll(found -> "cell " + (Integer.parseInt(found.group(1)) - before));
    }
}

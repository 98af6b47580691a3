package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import percolate.kernel.client.Mistake;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Evaluation.Failure;
import percolate.kernel.language.Evaluation.Value;

/** The words that learners get for the mistakes in {@code mistakes.md}, each in a session of its own. */
class MistakesTest {
    private static final List<Mistake> CORPUS = Mistake.of(MistakesTest.class, "mistakes.md");

    @Test
    void theCorpusHasMoreThanSixtyMistakes() {
        assertThat(CORPUS).hasSizeGreaterThan(60);
        assertThat(CORPUS).extracting(Mistake::title).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> aLearnerReads() {
        return CORPUS.stream().map(mistake -> dynamicTest(mistake.title(), () -> check(mistake)));
    }

    private static void check(Mistake mistake) {
        try (var cells = new Cells()) {
            for (var cell : mistake.cells()) {
                assertThat(cell.language()).isEqualTo("java");
                assertThat(shown(cells, cell.code())).as(cell.code()).isEqualTo(cell.words());
            }
        }
    }

    /** What is printed, and below it the traceback or the value. */
    private static String shown(Cells cells, String code) {
        var standard = System.out;
        var errors = System.err;
        var printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setOut(System.err);
        try {
            return printed(cells.run(code), printed).strip();
        } finally {
            System.setOut(standard);
            System.setErr(errors);
        }
    }

    private static String printed(Evaluation ended, ByteArrayOutputStream printed) {
        var said = printed.toString(StandardCharsets.UTF_8);
        return ended instanceof Failure failure
                ? said + String.join("\n", failure.traceback())
                : ended instanceof Value value ? said + value.value() : said;
    }
}

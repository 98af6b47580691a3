package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import percolate.kernel.client.Mistake;

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
                assertThat(Mistake.shown(() -> cells.run(cell.code())))
                        .as(cell.code())
                        .isEqualTo(cell.words());
            }
        }
    }
}

package percolate.kernel.traceback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import percolate.kernel.language.Cell;
import percolate.kernel.traceback.CompilationFailure.Fault;

class CompilationFailureTest {
    private static final Cell CELL = new Cell(2, "first\nsecond");

    @Test
    void anErrorIsToldWithItsLineAMarkAndAHint() {
        var failure = CompilationFailure.of(
                List.of(new Fault(CELL.place(8), "no such word", Optional.of("look it up"))), fault -> fault);
        assertThat(failure.name()).isEqualTo("CompilationError");
        assertThat(failure.message()).isEqualTo("cell 2, line 2, column 3: no such word");
        assertThat(failure.traceback())
                .containsExactly(
                        "cell 2, line 2, column 3: no such word", "    second", "      ^", "    hint: look it up");
    }

    @Test
    void ofManyTheFirstFiveAreExplained() {
        var explained = new AtomicInteger();
        var failure = CompilationFailure.of(IntStream.range(0, 7).boxed().toList(), number -> {
            explained.incrementAndGet();
            return new Fault(CELL.place(0), "error " + number, Optional.empty());
        });
        assertThat(failure.traceback()).hasSize(16).endsWith("… and 2 more");
        assertThat(explained).hasValue(5);
    }
}

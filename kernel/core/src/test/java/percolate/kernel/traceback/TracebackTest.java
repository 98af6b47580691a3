package percolate.kernel.traceback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import percolate.kernel.language.Cell;
import percolate.kernel.language.CellFrames;

/** Exceptions of a language whose cells are the class Cell, and whose bridges are called bridge. */
class TracebackTest {
    private static final Cell CELL = new Cell(3, "first();\nsecond();");

    private static final class Frames implements CellFrames {
        @Override
        public Optional<Place> place(StackTraceElement frame) {
            return frame.getClassName().equals("Cell")
                    ? Optional.of(new Place(CELL, frame.getLineNumber(), frame.getMethodName()))
                    : Optional.empty();
        }

        @Override
        public boolean isBridge(List<StackTraceElement> trace, int at) {
            return trace.get(at).getMethodName().equals("bridge");
        }

        @Override
        public String plain(String words) {
            return words.replace("Mangled", "");
        }
    }

    private static Throwable thrown(Throwable it, StackTraceElement... frames) {
        it.setStackTrace(frames);
        return it;
    }

    private static StackTraceElement cell(String method, int line) {
        return new StackTraceElement("Cell", method, null, line);
    }

    private static StackTraceElement library(String method) {
        return new StackTraceElement("lib.Part", method, null, 1);
    }

    private static List<String> lines(Throwable it, Map<String, String> hints) {
        return new Traceback(new Frames(), new HintTable(hints)::hint)
                .failure(it)
                .traceback();
    }

    @Test
    void onlyPlacesInCellsAreToldAndTheLibrarysCallInEach() {
        var it = thrown(
                new IllegalStateException("no MangledTile"),
                library("deep"),
                library("called"),
                cell("", 2),
                cell("bridge", 2),
                new StackTraceElement("percolate.kernel.session.Cells", "run", null, 1));
        assertThat(lines(it, Map.of()))
                .containsExactly(
                        "IllegalStateException: no Tile",
                        "    at cell 3, line 2:  second();",
                        "        inside lib.Part.called");
    }

    @Test
    void anExceptionThatPassedNoCellTellsTheLibrarysFirstFrames() {
        var frames = new StackTraceElement[8];
        Arrays.fill(frames, library("deep"));
        assertThat(lines(thrown(new IllegalStateException("x"), frames), Map.of()))
                .hasSize(6)
                .contains("    at lib.Part.deep");
    }

    @Test
    void aCauseLeavesOutThePlacesThatItSharesWithWhatItCaused() {
        var cause = thrown(new IllegalArgumentException("below"), cell("inner", 1), cell("", 2));
        var it = thrown(new IllegalStateException("above", cause), cell("", 2));
        assertThat(lines(it, Map.of()))
                .containsExactly(
                        "IllegalStateException: above",
                        "    at cell 3, line 2:  second();",
                        "Caused by: IllegalArgumentException: below",
                        "    at cell 3, line 1, in inner:  first();");
    }

    @Test
    void aCauseWhoseWordsWereSaidIsNotSaidAgain() {
        var cause = thrown(new IllegalArgumentException("too large"), cell("", 2));
        var it = thrown(new IllegalStateException("layer 1: too large", cause), cell("", 2));
        assertThat(lines(it, Map.of()))
                .containsExactly("IllegalStateException: layer 1: too large", "    at cell 3, line 2:  second();");
        var wrapped = thrown(new RuntimeException(cause), cell("", 2));
        assertThat(lines(wrapped, Map.of())).hasSize(2);
    }

    @Test
    void aCauseWhoseWordsWereSaidKeepsThePlacesOfItsOwn() {
        var cause = thrown(new IllegalArgumentException("too large"), cell("inner", 1), cell("", 2));
        var it = thrown(new IllegalStateException("too large", cause), cell("", 2));
        assertThat(lines(it, Map.of()))
                .containsExactly(
                        "IllegalStateException: too large",
                        "    at cell 3, line 2:  second();",
                        "Caused by: IllegalArgumentException",
                        "    at cell 3, line 1, in inner:  first();");
    }

    @Test
    void exceptionsThatCauseEachOtherComeToAnEnd() {
        var one = thrown(new IllegalStateException("one"), cell("", 1));
        var other = thrown(new IllegalStateException("other", one), cell("", 1));
        one.initCause(other);
        assertThat(lines(one, Map.of()))
                .filteredOn(line -> line.startsWith("Caused by"))
                .hasSize(1);
    }

    @Test
    void oneWhoseWordsFailIsToldByItsName() {
        class Mute extends RuntimeException {
            private static final long serialVersionUID = 1;

            @Override
            public String getMessage() {
                throw new StackOverflowError();
            }
        }
        assertThat(lines(thrown(new Mute(), cell("", 1)), Map.of())).startsWith("Mute");
    }

    @Test
    void theLanguagesOwnHintsGoBeforeThoseForAll() {
        var it = thrown(new ArithmeticException("/ by zero"), cell("", 1));
        assertThat(lines(it, Map.of())).last().asString().contains("cannot be divided by 0");
        assertThat(lines(it, Map.of("ArithmeticException: (.*) by zero", "mind the $1")))
                .endsWith("    hint: mind the /");
    }

    @Test
    void aRecursionIsToldOnceAndALongStackByItsFirstTwenty() {
        var endless = new StackTraceElement[200];
        Arrays.fill(endless, cell("endless", 1));
        assertThat(lines(thrown(new StackOverflowError(), endless), Map.of()))
                .contains("    at cell 3, line 1, in endless:  first();  (and so on)")
                .hasSizeLessThan(4);

        var manyDifferent = new ArrayList<StackTraceElement>();
        for (var i = 0; i < 30; i++) {
            manyDifferent.add(cell("step" + i, 1));
        }
        var shown = lines(
                thrown(new IllegalStateException("x"), manyDifferent.toArray(StackTraceElement[]::new)), Map.of());
        assertThat(shown).hasSize(22).endsWith("    … and 10 more");
    }

    @Test
    void anInterruptedCellTellsItsInnermostPlaceIfThatIsKnown() {
        var traceback = new Traceback(new Frames(), new HintTable(Map.of())::hint);
        assertThat(traceback.interrupted(List.of(library("sleep"), cell("", 2))).traceback())
                .containsExactly("Interrupted at cell 3, line 2:  second();");
        assertThat(traceback.interrupted(List.of()).traceback()).containsExactly("Interrupted");
    }
}

package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import percolate.kernel.client.Mistake;

class TracebackTest {
    @AutoClose
    private static final Cells cells = new Cells();

    @Test
    void anExceptionHasItsNameItsMessageAndTheCellsLine() {
        var failure = cells.failure("String s = null; // no text\n// so this fails\ns.length()");
        assertThat(failure.name()).isEqualTo("NullPointerException");
        assertThat(failure.message()).isEqualTo("Cannot invoke \"String.length()\" because \"s\" is null");
        assertThat(failure.traceback().get(1)).matches("    at cell \\d+, line 3:  s\\.length\\(\\)");
    }

    @Test
    void theTraceLeadsThroughTheCellsThatWereCalled() {
        cells.nothing("int half(int x) {\n  return x / (x - 3);\n}");
        var lines = cells.failure("int k = 3;\nhalf(\n  k)").traceback();
        assertThat(lines.get(1)).matches("    at cell \\d+, line 2, in half:  return x / \\(x - 3\\);");
        assertThat(lines.get(2)).matches("    at cell \\d+, line 2:  half\\(");
        assertThat(lines).hasSize(4).last().asString().contains("hint: whole numbers cannot be divided by 0");
    }

    @Test
    void ofTheLibrariesOnlyTheCallIsShown() {
        var lines = cells.failure("List.of(3, 1).stream()\n  .map(x -> x / 0)\n  .toList()")
                .traceback();
        assertThat(lines)
                .hasSize(5)
                .noneMatch(line -> line.contains("reflect") || line.contains("percolate") || line.contains("REPL"));
        assertThat(lines.get(1)).contains("line 2, in a lambda");
        assertThat(lines.get(2)).contains("line 3");
        assertThat(lines.get(3)).isEqualTo("        inside java.util.stream.ReferencePipeline.toList");
    }

    @Test
    void methodsAndConstructorsOfAClassAreNamedWithIt() {
        cells.nothing(
                "class Box {\n  Box(int size) {\n    if (size < 0) throw new IllegalArgumentException(\"size\");\n"
                        + "  }\n  int fail() { return 1 / 0; }\n}");
        assertThat(cells.failure("new Box(-1)").traceback().get(1)).contains("line 3, in new Box:");
        assertThat(cells.failure("new Box(1).fail()").traceback().get(1)).contains("line 5, in Box.fail:");
    }

    @Test
    void causesAndTheCellsOwnExceptionsAreKept() {
        cells.nothing("class Wrapped extends RuntimeException { Wrapped(Throwable t) { super(\"wrapped\", t); } }");
        var failure =
                cells.failure("try {\n  int x = 1 / 0;\n} catch (ArithmeticException e) {\n  throw new Wrapped(e);\n}");
        assertThat(failure.name()).isEqualTo("Wrapped");
        assertThat(failure.traceback()).contains("Wrapped: wrapped", "Caused by: ArithmeticException: / by zero");
    }

    @Test
    void aPrintedStackTraceNamesThePlacesOfCells() {
        var errors = System.err;
        var printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            cells.nothing("class Tile { int area() { return Integer.parseInt(\"x\"); } }");
            cells.nothing(
                    "try {\n  new Tile().area();\n} catch (NumberFormatException e) {\n  e.printStackTrace();\n}");
        } finally {
            System.setErr(errors);
        }
        var lines = cells.language
                .written(printed.toString(StandardCharsets.UTF_8))
                .lines()
                .toList();
        assertThat(lines).first().isEqualTo("java.lang.NumberFormatException: For input string: \"x\"");
        assertThat(lines.get(lines.size() - 2)).matches("\\tat cell \\d+, line 1, in Tile.area:  class Tile .*");
        assertThat(lines).last().asString().matches("\\tat cell \\d+, line 2:  new Tile\\(\\).area\\(\\);");
    }

    @Test
    void aThreadThatFailsSaysWhere() {
        var printed = Mistake.shown(() -> cells.run("int fail(String s) { return Integer.parseInt(s); }\n"
                + "var failing = new Thread(() -> {\n  fail(\"x\");\n});\nfailing.start();\nfailing.join();"));
        assertThat(printed)
                .startsWith("the thread ")
                .contains("ended with NumberFormatException: ", "line 1, in fail:", "line 3, in a lambda:");
    }

    @Test
    void aRecursionIsWrittenOnce() {
        var lines = cells.failure("int endless(int i) { return endless(i + 1) + 1; }\nendless(0)")
                .traceback();
        assertThat(lines).hasSizeLessThan(5).anyMatch(line -> line.matches(".*in endless: .*and so on\\)"));
    }

    @Test
    void whatACellThrowsItselfIsReported() {
        assertThat(cells.failure("throw new java.io.IOException(\"disk\")").name())
                .isEqualTo("IOException");
        assertThat(cells.failure("void deny() { throw new AssertionError(\"no\"); }\ndeny()")
                        .name())
                .isEqualTo("AssertionError");
    }

    @Test
    void anExceptionWithoutAMessageIsItsName() {
        var failure = cells.failure("throw new IllegalStateException()");
        assertThat(failure.message()).isEmpty();
        assertThat(failure.traceback().get(0)).isEqualTo("IllegalStateException");
    }
}

package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CompilationErrorsTest {
    @AutoClose
    private static final Cells cells = new Cells();

    @Test
    void anErrorNamesTheCellsOwnLineAndColumnAndMarksIt() {
        var failure = cells.failure("int a = 1;\n// next\n\n  String s = a;");
        assertThat(failure.name()).isEqualTo("CompilationError");
        assertThat(failure.message())
                .matches("cell \\d+, line 4, column 14: incompatible types: int cannot be converted to String");
        assertThat(failure.traceback()).containsSubsequence("      String s = a;", "                 ^");
    }

    @Test
    void anErrorInsideAMethodNamesItsLine() {
        var failure = cells.failure("int one() {\n  return 1;\n}\nint two() {\n  return \"two\";\n}");
        assertThat(failure.message()).contains("line 5, column 10: incompatible types");
    }

    @Test
    void whatIsUnknownIsNamed() {
        assertThat(cells.failure("undefined + 1").message()).endsWith("cannot find variable undefined");
        assertThat(cells.failure("nowhere(1)").message()).endsWith("cannot find method nowhere(int)");
        assertThat(cells.failure("new Missing()").message()).endsWith("cannot find class Missing");
    }

    @Test
    void aDeclarationWithAnUnknownTypeFailsAndLeavesNothing() {
        var failure = cells.failure("interface Holder {\n  Mising held();\n}");
        assertThat(failure.message()).contains("line 2, column 3").endsWith("cannot find class Mising");
        assertThat(cells.failure("Holder h;").message()).contains("Holder");
    }

    @Test
    void aMissingSemicolonIsExplainedAndNothingOfTheCellRuns() {
        var failure = cells.failure("int ran = 1;\nint b = 2\nint c = 3;");
        assertThat(failure.message()).contains("line 2, column 10: ';' expected");
        assertThat(failure.traceback()).anyMatch(line -> line.contains("hint: a statement ends with a semicolon"));
        assertThat(cells.failure("ran").message()).contains("cannot find variable ran");
    }

    @Test
    void aSyntaxErrorAnywhereKeepsTheCellFromRunning() {
        cells.failure("int first = 1;\nint second = ;\nint third = 3;");
        assertThat(cells.failure("first").message()).contains("cannot find variable first");
    }

    @Test
    void whatPlottingDoesNotOfferIsSaid() {
        assertThat(cells.failure("scatter(1, 2)").traceback())
                .last()
                .asString()
                .startsWith("    hint: plot(x, y) draws lines here");
    }

    @Test
    void anInputBehindOtherLayersAndListsOfListsAreExplained() {
        cells.nothing("class Node {} class Layer {} Node input(int n) { return new Node(); }"
                + " Layer dense(int n) { return new Layer(); } int sequential(Node input, Layer... layers) { return 1; }"
                + " int sequential(Layer... layers) { return 2; }");
        assertThat(cells.failure("sequential(dense(4), input(3))").traceback())
                .last()
                .asString()
                .contains("input(…) stands first");
        cells.nothing(
                "int tensor(int... values) { return 1; } int tensor(List<? extends Number> values) { return 2; }");
        assertThat(cells.failure("tensor(List.of(List.of(1, 2), List.of(3, 4)))")
                        .traceback())
                .last()
                .asString()
                .contains("tensor(new double[][]");
    }

    @Test
    void whatIsLeftOpenIsSaid() {
        assertThat(cells.failure("foo(").traceback())
                .anyMatch(line -> line.contains("a bracket, brace or quote that was opened is not closed"));
    }

    @Test
    void usualStumblesComeWithAHint() {
        assertThat(cells.failure("var f = t -> t;").traceback()).anyMatch(line -> line.contains("instead of var"));
        assertThat(cells.failure("for (int i = 0; i < 3; i++) { Runnable r = () -> System.out.println(i); }")
                        .traceback())
                .anyMatch(line -> line.contains("copy it first"));
        assertThat(cells.failure("class Job implements Runnable { void run() {} }")
                        .traceback())
                .anyMatch(line -> line.contains("write public"));
    }

    @Test
    void aPackageThatCellsDoNotSeeDoesNotExist() {
        assertThat(cells.failure("org.zeromq.ZContext context = null;").message())
                .endsWith("package org.zeromq does not exist");
    }
}

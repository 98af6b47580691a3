package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import percolate.kernel.language.Completeness;
import percolate.kernel.language.Completeness.Status;

class OpennessTest {
    @AutoClose
    private static final Cells cells = new Cells();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 1           | COMPLETE",
                "int x = 3;      | COMPLETE",
                "int x = 3; x    | COMPLETE",
                "int x =         | INCOMPLETE",
                "int x = 3; foo( | INCOMPLETE",
                "int x = 3; }    | INVALID",
                "''              | COMPLETE",
                "// comment      | COMPLETE",
                "List.of(1).     | INCOMPLETE",
                "@Override       | INCOMPLETE",
                "/* open         | INCOMPLETE",
                "int x = 3; // { | COMPLETE",
                "try { x(); }    | INCOMPLETE",
                "int f(int a)    | INCOMPLETE",
                "x = [1          | INCOMPLETE",
            })
    void aTextIsCompleteOrNot(String code, Status status) {
        assertThat(cells.language.completeness(code).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "void f() {/  if (true) {       | 2",
                "if (a) {/  b();/} else         | 1",
                "if (a) {/  b();/} else {       | 1",
                "for (int i = 0; i < 3; i++)    | 1",
                "var net = sequential(/input(3),| 1",
                "foo(/  bar(1,                  | 2",
                "xs.stream().map(x -> {         | 1",
                "int[][] a = {{1,               | 1",
                "switch (x) {/  case 1:         | 1",
                "@Deprecated/interface F {      | 1",
                "class A {/  // } {/  int f() { | 2",
                "var f = 1 +                    | 0",
            })
    void theNextLineStandsAsDeepAsLinesLeaveBracketsOpen(String code, int steps) {
        assertThat(cells.language.completeness(code.replace('/', '\n').replace("\n\n", "//")))
                .isEqualTo(new Completeness(Status.INCOMPLETE, "    ".repeat(steps)));
    }

    @Test
    void bracketsInTextsAndCommentsDoNotCount() {
        assertThat(Openness.depth("{ \"{\"\n'{' // {\n /* { */ \"\"\"\n{\"\"\" }{"))
                .isEqualTo(1);
    }

    @Test
    void aLongTextIsNoTroubleWhileSomethingIsOpen() {
        var code = "void f() {\n  String s = \"" + "a{".repeat(50_000) + "\";";
        assertThat(cells.language.completeness(code)).isEqualTo(new Completeness(Status.INCOMPLETE, "    "));
    }
}

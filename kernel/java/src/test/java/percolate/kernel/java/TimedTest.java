package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimedTest {
    @AutoClose
    private final JShell shell = JShell.builder().executionEngine("local").build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "        Math.sqrt(2)",
                "Math.sqrt(2) * 3 // twice",
                "\n\nint a = 1;\nint b = a + 2;",
                "for (int i = 0; i < 3; i++) {\n}",
                "System.out.println(3)",
            })
    void theCellIsFoundAgainAsItWasWritten(String code) {
        var text = text(code);
        var timed = Timed.of(7, text).orElseThrow();
        assertThat(timed.cell().number()).isEqualTo(7);
        assertThat(timed.cell().text()).isEqualTo(code.stripTrailing());
        assertThat(text.substring(text.indexOf(code.strip()) - timed.shift())).startsWith("percolate.");
    }

    @Test
    void anExpressionAndTheVariablesOfABlockGiveTheirValuesAway() {
        assertThat(text("Math.sqrt(2);")).startsWith("percolate.kernel.api.Magics.timed(() -> Math.sqrt(2)\n");
        assertThat(text("1 + 2")).doesNotContain("{");
        assertThat(text("double s = 0;\nint n;\nfor (int i = 0; i < 9; i++) s += i;"))
                .contains("return new Object[] {s};");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Math.sqrt(2);",
                "Math.sqrt(2); // note",
                "Math.sqrt(2); /* note; */",
                "\"a;\".length() // ;",
            })
    void aSemicolonAtTheEndDoesNoHarmBeforeACommentToo(String code) {
        var parsed = shell.sourceCodeAnalysis().sourceToSnippets(text(code));
        assertThat(parsed).hasSize(1);
        assertThat(parsed.get(0).kind()).as(text(code)).isNotEqualTo(Snippet.Kind.ERRONEOUS);
        assertThat(Timed.of(1, text("Math.sqrt(2); // note"))
                        .orElseThrow()
                        .cell()
                        .text())
                .isEqualTo("Math.sqrt(2) // note");
    }

    @Test
    void aBlockThatMayNotReachItsEndGivesNothingAway() {
        assertThat(text("int n = 0;\nwhile (true) n++;")).doesNotContain("return");
        assertThat(text("int n = 0;\nif (n == 0) throw new Error();")).doesNotContain("return");
        assertThat(text("throw new Error(); // note")).contains("{ throw new Error(); // note\n/* measured */ }");
    }

    @Test
    void otherCodeIsNotTimed() {
        assertThat(Timed.of(1, "percolate.kernel.api.Magics.timed(() -> 3);")).isEmpty();
        assertThat(Timed.of(1, "1 + 1")).isEmpty();
    }

    private String text(String code) {
        return Timed.text(shell.sourceCodeAnalysis(), code);
    }
}

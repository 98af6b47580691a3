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
            })
    void aTextIsCompleteOrNot(String code, Status status) {
        assertThat(cells.language.completeness(code).status()).isEqualTo(status);
    }

    @Test
    void theNextLineStandsAsDeepAsBracesAreOpen() {
        assertThat(cells.language.completeness("void f() {\n  if (true) {"))
                .isEqualTo(new Completeness(Status.INCOMPLETE, "        "));
    }

    @Test
    void bracesInTextsAndCommentsDoNotCount() {
        assertThat(Openness.openBraces("{ \"{\" '{' // {\n /* { */ \"\"\"\n{\"\"\" }{"))
                .isEqualTo(1);
    }

    @Test
    void aLongTextIsNoTroubleWhileSomethingIsOpen() {
        var code = "void f() {\n  String s = \"" + "a{".repeat(50_000) + "\";";
        assertThat(cells.language.completeness(code)).isEqualTo(new Completeness(Status.INCOMPLETE, "    "));
    }
}

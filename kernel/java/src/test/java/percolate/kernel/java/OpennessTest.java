package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import percolate.kernel.language.Completeness;
import percolate.kernel.language.Completeness.Status;

class OpennessTest {
    private static Cells cells;

    @BeforeAll
    static void open() {
        cells = new Cells();
    }

    @AfterAll
    static void close() {
        cells.close();
    }

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
}

package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import percolate.kernel.language.Completion;
import percolate.kernel.language.Completion.Candidate;

class SuggestionsTest {
    private static Cells cells;

    @BeforeAll
    static void open() {
        cells = new Cells();
        cells.nothing("String greeting = \"hello\"; int length = 5;");
    }

    @AfterAll
    static void close() {
        cells.close();
    }

    @Test
    void membersAreOfferedAndReplaceWhatWasTyped() {
        var found = cells.language.complete("greeting.subst", 14);
        assertThat(found.candidates()).extracting(Candidate::text).containsExactly("substring(");
        assertThat(found.start()).isEqualTo(9);
        assertThat(found.end()).isEqualTo(14);
        assertThat(found.candidates().get(0).type()).isEqualTo("function");
    }

    @Test
    void variablesOfTheSameCellAreKnown() {
        assertThat(texts("import java.time.*;\nvoid m() {}\nvar list = new ArrayList<String>();\nlist.addA"))
                .containsExactly("addAll(");
    }

    @Test
    void whatFitsTheExpectedTypeComesFirst() {
        assertThat(texts("String copy = gree")).first().isEqualTo("greeting");
        assertThat(texts("String part = greeting.")).first().isNotEqualTo("equals(");
    }

    @Test
    void whatEveryObjectHasComesLast() {
        assertThat(texts("greeting.")).endsWith("toString()", "wait(");
    }

    @Test
    void importedNamesAreOffered() {
        assertThat(texts("displ")).contains("display(");
    }

    @Test
    void whereNothingFitsNothingIsOffered() {
        assertThat(cells.language.complete("greeting.zzz", 12).candidates()).isEmpty();
    }

    private static java.util.List<String> texts(String code) {
        Completion found = cells.language.complete(code, code.length());
        return found.candidates().stream().map(Candidate::text).toList();
    }
}

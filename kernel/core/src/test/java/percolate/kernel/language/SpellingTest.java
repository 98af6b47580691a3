package percolate.kernel.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> NAMES = List.of("print", "printf", "println", "length", "LinkedList", "a", "sum");

    @ParameterizedTest
    @CsvSource({
        "lenght, length",
        "legth, length",
        "leength, length",
        "printn, println",
        "LENGTH, length",
        "Linkedlist, LinkedList",
        "sun, sum",
    })
    void theNearestNameIsMeant(String written, String meant) {
        assertThat(Spelling.nearest(written, NAMES)).contains(meant);
    }

    @Test
    void whatIsFarFromAllNamesMeansNone() {
        assertThat(Spelling.nearest("total", NAMES)).isEmpty();
        assertThat(Spelling.nearest("b", NAMES)).isEmpty();
    }

    @Test
    void aDistanceCountsChangesAndSwapsOnce() {
        assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Spelling.distance("ab", "ba")).isEqualTo(1);
        assertThat(Spelling.distance("", "abc")).isEqualTo(3);
        assertThat(Spelling.distance("Same", "sAME")).isZero();
    }
}

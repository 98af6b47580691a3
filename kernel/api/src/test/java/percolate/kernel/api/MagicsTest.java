package percolate.kernel.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MagicsTest {
    @Test
    void aPlainProgramIsToldThatMagicsNeedANotebook() {
        assertThatThrownBy(() -> Magics.lineMagic("jars", List.of("lib/*.jar")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("magics: expected a notebook, got a plain program; run this in a cell");
    }
}

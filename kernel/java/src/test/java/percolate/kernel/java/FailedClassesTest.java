package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FailedClassesTest {
    @AutoClose
    private static final Cells cells = new Cells();

    @Test
    void aClassWhoseInitialiserFailedIsMadeAnewWhenItsCellRunsAgain() {
        cells.nothing("int divisor = 0;");
        var code = "class Part { static int part = 6 / divisor; } Part.part";
        assertThat(cells.failure(code).name()).isEqualTo("ExceptionInInitializerError");
        assertThat(cells.failure("Part.part").name()).isEqualTo("NoClassDefFoundError");
        cells.nothing("divisor = 2;");
        assertThat(cells.value(code)).isEqualTo(3);
        assertThat(cells.value("Part.part + 1")).isEqualTo(4);
    }

    @Test
    void aClassWithinAnotherIsMadeAnewWithIt() {
        cells.nothing("int limit = -1;");
        var code =
                "enum Outer { A; record Inner(int n) { static int[] all = new int[limit]; } } new Outer.Inner(1).n()";
        cells.failure(code);
        cells.nothing("limit = 1;");
        assertThat(cells.value(code)).isEqualTo(1);
    }

    @Test
    void aStoppedInitialiserRunsAgain() throws Exception {
        var code = "class Never { static int n; static { while (n >= 0) { n = 1; } } } new Never();";
        cells.interrupted(code);
        cells.interrupted(code);
    }
}

package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class StandingImportsTest {
    @AutoClose
    private final JShell shell = JShell.builder().executionEngine("local").build();

    private final StandingImports imports = new StandingImports();

    @Test
    void whatWaitsIsImportedAndWaitsNoMore() {
        var waiting = new ArrayDeque<>(List.of("java.util.*", "static java.lang.Math.*"));
        imports.add(shell, waiting);
        assertThat(waiting).isEmpty();
        assertThat(isValid("List.of(max(1, 2))")).isTrue();
        assertThat(imports.containsPackage("java.util")).isTrue();
        assertThat(imports.containsPackage("java.time")).isFalse();
        assertThat(imports.staticClasses()).containsExactly("java.lang.Math");
    }

    @Test
    void oneThatIsNotThereSpoilsNoOther() {
        imports.add(shell, new ArrayDeque<>(List.of("no.such.packages.*", "java.util.*")));
        assertThat(isValid("new ArrayList<String>()")).isTrue();
    }

    @Test
    void theyAreToldFromTheImportsOfCells() {
        imports.add(shell, new ArrayDeque<>(List.of("java.util.*", "java.util.function.*")));
        shell.eval("import java.time.*;");
        assertThat(shell.imports().filter(imports::contains)).isNotEmpty();
        assertThat(shell.imports().filter(one -> !imports.contains(one)).map(Snippet::source))
                .containsExactly("import java.time.*;");
    }

    @Test
    void theNameOfATypeIsShortenedWhereItsPackageIsImported() {
        imports.add(shell, new ArrayDeque<>(List.of("java.util.*", "java.util.function.*")));
        assertThat(imports.shortened(
                        "java.util.Map<java.lang.String,java.util.function.Supplier<java.time.LocalDate>>"))
                .isEqualTo("Map<java.lang.String,Supplier<java.time.LocalDate>>");
        assertThat(imports.shortened("my.java.util.List")).isEqualTo("my.java.util.List");
    }

    private boolean isValid(String code) {
        return shell.eval(code).get(0).status() == Snippet.Status.VALID;
    }
}

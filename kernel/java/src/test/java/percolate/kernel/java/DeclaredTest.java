package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import percolate.kernel.language.DeclaredFunction;
import percolate.kernel.language.DeclaredType;
import percolate.kernel.language.Variable;

class DeclaredTest {
    @AutoClose
    private final Cells cells = new Cells();

    private Variable variable(String name) {
        return cells.language.variables().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void variablesAreToldWithTheirTypesAndCellsAndNotWhatJShellNamesItself() {
        cells.run("int a = 1; List<String> names = List.of();");
        cells.run("1 + 1");
        cells.run("var map = new HashMap<String, int[]>();");
        assertThat(cells.language.variables())
                .extracting(Variable::name, Variable::type, Variable::cell)
                .containsExactly(
                        tuple("a", "int", 1),
                        tuple("names", "List<String>", 1),
                        tuple("map", "HashMap<String, int[]>", 3));
        assertThat(variable("names").javaType().getTypeName()).isEqualTo("java.util.List<java.lang.String>");
    }

    @Test
    void aVariableIsAliveAndTakesValuesOfItsType() {
        cells.run("int a = 1;");
        var a = variable("a");
        cells.run("a = 5;");
        assertThat(a.value()).isEqualTo(5);
        a.assign(7);
        assertThat(cells.value("a")).isEqualTo(7);
        assertThatThrownBy(() -> a.assign("text"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a is of type int in Java (cell 1) and cannot hold a String");
    }

    @Test
    void aVariableThatIsDeclaredAnewIsToldOnceWithItsNewType() {
        cells.run("int a = 1;");
        cells.run("String a = \"x\";");
        assertThat(cells.language.variables()).extracting(Variable::type).containsExactly("String");
        assertThat(variable("a").value()).isEqualTo("x");
    }

    @Test
    void typesAndMethodsAreTheNewestOfTheirNames() throws ReflectiveOperationException {
        cells.run("record P(int x) {}\nint f(int i) { return i; }\nint f(String s) { return 0; }");
        cells.run("record P(int x, int y) {}\nint f(int i) { return 2 * i; }");
        assertThat(cells.language.types()).extracting(DeclaredType::name).containsExactly("P");
        assertThat(cells.language.types().get(0).type().getRecordComponents()).hasSize(2);
        assertThat(cells.language.functions())
                .extracting(DeclaredFunction::name)
                .containsExactlyInAnyOrder("f", "f");
        var doubles = cells.language.functions().stream()
                .map(DeclaredFunction::method)
                .filter(method -> method.getParameterTypes()[0] == int.class)
                .findFirst()
                .orElseThrow();
        assertThat(doubles.invoke(null, 4)).isEqualTo(8);
    }

    @Test
    void theFilesOfClassesThatNothingCanNameAreLetGo() {
        cells.run("int a = 1;");
        var before = cells.loader.classesIn("REPL").size();
        for (var i = 0; i < 20; i++) {
            cells.run("a + " + i);
        }
        assertThat(cells.loader.classesIn("REPL")).hasSize(before);
    }
}

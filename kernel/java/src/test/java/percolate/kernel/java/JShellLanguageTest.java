package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.kernel.api.Display;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.Interruption;
import percolate.kernel.language.Evaluation;

class JShellLanguageTest {
    @AutoClose
    private static final Cells cells = new Cells();

    @Test
    void aCellsValueIsThatOfItsLastExpression() {
        assertThat(cells.value("int a = 2;\nint b = 3;\na * b")).isEqualTo(6);
    }

    @Test
    void aValueIsTheLiveObject() {
        var list = (List<?>) cells.value("var live = new ArrayList<String>(); live");
        cells.nothing("live.add(\"later\"); int unrelated = 1;");
        assertThat(list).hasToString("[later]");
    }

    @Test
    void anExpressionShowsItsValueAlsoWithASemicolon() {
        assertThat(cells.value("\"a\" + 3;")).isEqualTo("a3");
        assertThat(cells.value("(Object) null")).isNull();
    }

    @Test
    void declarationsAndVoidCallsShowNothing() {
        cells.nothing("int x = 3;");
        cells.nothing("void quiet() {}");
        cells.nothing("quiet()");
        cells.nothing("import java.time.*;");
        cells.nothing("for (int i = 0; i < 2; i++) { x += i; }");
        cells.nothing("// a comment\n");
        cells.nothing("");
    }

    @Test
    void anAssignmentShowsItsValueUnlessASemicolonEndsIt() {
        cells.nothing("int n = 3; int[] all = {1};");
        for (var code : List.of("n = 4;", "n += 2; // two", "n++;", "--n ;", "all[0] <<= 1;")) {
            cells.nothing(code);
        }
        assertThat(cells.value("n = 5")).isEqualTo(5);
        assertThat(cells.value("n += 2 // two")).isEqualTo(7);
        assertThat(cells.value("n++")).isEqualTo(7);
        assertThat(cells.value("all[0]")).isEqualTo(2);
        assertThat(cells.value("n == 8;")).isEqualTo(true);
    }

    @Test
    void whatHasBeenShownOrPrintedIsNotShownAgain() {
        cells.nothing("display(3)");
        cells.nothing("System.out.printf(\"%d%n\", 3)");
    }

    @Test
    void commentsAndBlankLinesDoNotMatter() {
        assertThat(cells.value("\n// one\nint one = 1; // is one\n/* two\n*/ int two = 2;\n\none + two // three\n"))
                .isEqualTo(3);
    }

    @Test
    void severalVariablesInOneDeclarationAreAllDeclared() {
        cells.nothing("int left = 1, right = 2;");
        assertThat(cells.value("left + right")).isEqualTo(3);
    }

    @Test
    void classesRecordsAndMethodsOfOneCellServeTheNext() {
        cells.nothing("record Point(int x, int y) {}\nclass Line { Point from; }\nint twice(int n) { return 2 * n; }");
        assertThat(cells.value("twice(new Point(3, 4).y())")).isEqualTo(8);
    }

    @Test
    void aClassMayNameOneThatIsDeclaredBelowIt() {
        cells.nothing("class Child extends Parent {}\nclass Parent {}");
        assertThat(cells.value("new Child() instanceof Parent")).isEqualTo(true);
    }

    @Test
    void aMethodMayCallOneThatIsDeclaredLater() {
        cells.nothing("int caller() { return callee(); }");
        assertThat(cells.failure("caller()").message())
                .isEqualTo("caller cannot run yet because method callee() is not defined;"
                        + " define it in a cell, then run this cell again");
        cells.nothing("int callee() { return 7; }");
        assertThat(cells.value("caller()")).isEqualTo(7);
    }

    @Test
    void aMethodDefinedAnewIsUsedByThoseThatCallIt() {
        cells.nothing("int inner() { return 1; }\nint outer() { return inner(); }");
        cells.nothing("int inner() { return 2; }");
        assertThat(cells.value("outer()")).isEqualTo(2);
    }

    @Test
    void definingAClassAnewTellsWhichVariablesLoseTheirValue() {
        cells.nothing("class Shape { int sides = 3; }\nShape shape = new Shape();");
        var said = errorsWhile(() -> cells.nothing("class Shape { int sides = 4; }"));
        assertThat(said).contains("shape lost its value because the class Shape was defined anew");
        assertThat(cells.value("new Shape().sides")).isEqualTo(4);
    }

    @Test
    void aMethodNamedLikeAnImportedOneKeepsBothUsable() {
        cells.language.imports(List.of("static java.lang.Math.*"));
        cells.nothing("String max(String a, String b) { return a + b; }");
        assertThat(cells.value("max(\"a\", \"b\") + max(1, 2)")).isEqualTo("ab2");
        cells.nothing("String max(String a, String b) { return b + a; }");
        assertThat(cells.value("max(\"a\", \"b\") + max(1, 2)")).isEqualTo("ba2");
    }

    @Test
    void aMethodThatTakesWhatAnImportedOneTakesWins() {
        cells.language.imports(List.of("static java.lang.Math.*"));
        cells.nothing("int min(String a) { return 0; }");
        assertThat(cells.value("min(1, 2)")).isEqualTo(1);
        cells.nothing("int min(int a, int b) { return -7; }");
        assertThat(cells.value("min(1, 2)")).isEqualTo(-7);
    }

    @Test
    void returnGivesTheCellItsValueAndEndsIt() {
        assertThat(cells.value("int returned = 3;\nreturn returned + 1;\nreturned = 9;"))
                .isEqualTo(4);
        assertThat(cells.value("returned")).isEqualTo(3);
    }

    @Test
    void aFinalVariableIsNotAssignedButMayBeDeclaredAnew() {
        cells.nothing("final int limit = 3;");
        assertThat(cells.failure("limit = 4;").message()).endsWith("cannot assign a value to final variable limit");
        assertThat(cells.failure("limit++").message()).endsWith("cannot assign a value to final variable limit");
        assertThat(cells.value("limit == 3")).isEqualTo(true);
        cells.nothing("final int limit = 5;");
        assertThat(cells.value("limit")).isEqualTo(5);
    }

    @Test
    void variablesStayWhenALaterStatementThrowsAndTheRestDoesNotRun() {
        cells.failure("int before = 1; int zero = before / 0; int after = 2;");
        assertThat(cells.value("before")).isEqualTo(1);
        cells.failure("after");
    }

    @Test
    void theUsualPackagesAreImported() {
        assertThat(cells.value("Stream.of(1, 2).collect(Collectors.toList()).equals(List.of(1, 2))"))
                .isEqualTo(true);
    }

    @Test
    void importsOfASessionServeTheNextCell() {
        cells.language.imports(List.of("java.time.Duration", "static java.lang.Math.*"));
        assertThat(cells.value("Duration.ofSeconds(max(2, 3)).getSeconds()")).isEqualTo(3L);
    }

    @Test
    void anImportThatDoesNotExistDoesNoHarm() {
        cells.language.imports(List.of("no.such.Thing"));
        assertThat(cells.value("1 + 1")).isEqualTo(2);
    }

    @Test
    void cellsRunOnTheCallingThread() {
        assertThat(cells.value("Thread.currentThread()")).isSameAs(Thread.currentThread());
    }

    @Test
    void aStartThatFailedIsToldWithItsCauseAndLeavesNothingOpen(@TempDir Path folder) throws IOException {
        var loader = new CellLoader(List.of(Cells.origin(Display.class), unreadable(folder)));
        var language = new JShellLanguage(loader, new Interruption());
        var seen = "percolate/kernel/api/Display.class";
        assertThatThrownBy(() -> language.evaluate("1", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("java: expected JShell to start", "ClosedFileSystemException", "restart")
                .hasCauseInstanceOf(ClosedFileSystemException.class);
        assertThat(loader.getResource(seen)).isNotNull();

        language.close();
        loader.close();

        assertThat(loader.getResource(seen)).isNull();
    }

    @Test
    void theEndOfTheLanguageLeavesTheLoaderToOthers() {
        try (var loader = new CellLoader(List.of(Cells.origin(Display.class)))) {
            var language = new JShellLanguage(loader, new Interruption());
            assertThat(language.evaluate("1 + 1", 1)).isEqualTo(new Evaluation.Value(2));
            language.close();
            assertThat(loader.getResource("percolate/kernel/api/Display.class")).isNotNull();
        }
    }

    /** A folder within a zip that is open no more. */
    private static Path unreadable(Path folder) throws IOException {
        var zip = URI.create("jar:" + folder.resolve("closed.zip").toUri());
        try (var files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            return Files.createDirectory(files.getPath("/classes"));
        }
    }

    private static String errorsWhile(Runnable task) {
        var standard = System.err;
        var captured = new ByteArrayOutputStream();
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            task.run();
        } finally {
            System.setErr(standard);
        }
        return captured.toString(StandardCharsets.UTF_8);
    }

    @Test
    void assertHolds() {
        cells.nothing("assert 1 < 2 : \"no\";");
        assertThat(cells.failure("assert 1 > 2 : \"no \" + 3;").message()).contains("no 3");
        cells.nothing("class Checked { static int half(int n) { assert n % 2 == 0 : \"odd\"; return n / 2; } }");
        assertThat(cells.value("Checked.half(4)")).isEqualTo(2);
        assertThat(cells.failure("Checked.half(3)").message()).contains("odd");
    }
}

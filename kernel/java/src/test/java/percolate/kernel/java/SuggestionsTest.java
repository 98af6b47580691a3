package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    @Test
    void withinACallTheValuesThatFitAreOfferedAlone() {
        assertThat(texts("Math.abs(")).contains("length").doesNotContain("greeting", "ArrayList");
        assertThat(texts("greeting.concat("))
                .startsWith("greeting")
                .contains("readLine(")
                .doesNotContain("length");
        assertThat(texts("greeting.concat(Str")).contains("String");
    }

    @Test
    void whatIsKnownWithoutTheCompilerBeginsAsTheWord() {
        try (var workspace = new Workspace(
                cells.loader,
                new ConcurrentLinkedQueue<>(List.of("static percolate.kernel.api.Display.*")),
                cells.interruption)) {
            workspace.addImports();
            workspace.declare("int count = 3;");
            workspace.declare("int twice(int n) { return 2 * n; }");
            var names = workspace.declarations().names();
            assertThat(names.at(Masked.of("int k = cou", 11), 11).texts()).containsExactly("count");
            assertThat(names.at(Masked.of("tw", 2), 2).texts()).containsExactly("twice(");
            assertThat(names.at(Masked.of("displ", 5), 5).texts()).containsExactly("display(");
            assertThat(names.at(Masked.of("count.", 6), 6).texts()).isEmpty();
            workspace.drop("count");
            assertThat(names.at(Masked.of("cou", 3), 3).texts()).isEmpty();
        }
    }

    @Test
    void signaturesNameTheParametersAsSoonAsTheyAreKnown() throws InterruptedException {
        cells.nothing("double twice(double n) { return 2 * n; }\nrecord Point(int x, int y) {}");
        assertThat(signature("greeting.subst"))
                .isEqualTo("substring(int beginIndex) | substring(int beginIndex, int endIndex)");
        assertThat(signature("twi")).isEqualTo("twice(double n)");
        assertThat(signature("new Poi")).isEqualTo("Point(int x, int y)");
        assertThat(signature("gree")).isEqualTo("String greeting");
        assertThat(signature("int mine = 1;\nmine + Integer.parseI")).startsWith("parseInt(String s)");
    }

    @Test
    void whatALibraryMarksAsInternalIsNotOffered() throws InterruptedException {
        cells.nothing("@interface Internal {}");
        cells.nothing("class Machine { @Internal void oil() {} void run() {} }\n"
                + "class Lathe extends Machine { void oil() {} void turn() {} }\nvar lathe = new Lathe();");
        assertThat(signature("lathe.")).isNotEmpty();
        assertThat(texts("lathe.")).contains("run()", "turn()").doesNotContain("oil()");
    }

    @Test
    void keywordsAreOfferedWhereOneCanStand() {
        assertThat(texts("whi")).containsExactly("while");
        assertThat(texts("int k = 0;\nif (k > 0) ret")).containsExactly("return");
        assertThat(texts("var copy = ne")).contains("new");
        assertThat(texts("Runnable r = () -> thr")).contains("throw");
        assertThat(texts("if (greeting inst")).containsExactly("instanceof");
        assertThat(texts("class Tile ext")).containsExactly("extends");
        assertThat(texts("void run() thro")).contains("throws");
        assertThat(texts("int side(fin")).contains("final");
        assertThat(texts("rec")).contains("record");
        assertThat(cells.language.complete("whi", 3).candidates().get(0).type()).isEqualTo("keyword");
    }

    @Test
    void keywordsStandBehindNamesAndNowhereElse() {
        cells.nothing("int returned = 1;");
        assertThat(texts("ret")).containsExactly("returned", "return");
        assertThat(texts("greeting.whi")).isEmpty();
        assertThat(texts("\"whi")).isEmpty();
        assertThat(texts("int whi")).isEmpty();
        assertThat(texts("// whi")).isEmpty();
        assertThat(texts("import whi")).isEmpty();
        assertThat(texts("int k = whi")).isEmpty();
    }

    @Test
    void packagesAreOffered() {
        assertThat(texts("import java.ut")).containsExactly("util.");
        assertThat(texts("import java.util.concurrent.ato")).containsExactly("atomic.");
        assertThat(texts("int k = 1;\nimport java.util.ArrayL")).containsExactly("ArrayList");
        assertThat(texts("java.util.concurrent.lo")).containsExactly("locks.");
    }

    @Test
    void chainsMayGoOverLines() {
        assertThat(texts("greeting\n  .subst")).containsExactly("substring(");
        assertThat(texts("List.of(\n  greeting,\n  greeting.subst")).containsExactly("substring(");
        assertThat(texts("for (var s : List.of(greeting)) {\n  s.subst")).containsExactly("substring(");
        assertThat(texts("int f(String s) {\n  return s.subst")).containsExactly("substring(");
    }

    @Test
    void whatFollowsTheCursorStays() {
        var found = cells.language.complete("int n = greeting.len + 1;", 20);
        assertThat(found.candidates()).extracting(Candidate::text).containsExactly("length()");
        assertThat(found.start()).isEqualTo(17);
        assertThat(found.end()).isEqualTo(20);
    }

    @Test
    void textsAndCommentsAreNotCompleted() {
        assertThat(texts("\"gree")).isEmpty();
        assertThat(texts("// gree")).isEmpty();
        assertThat(texts("/* gree")).isEmpty();
        assertThat(texts("String s = \"a\" + gree")).containsExactly("greeting");
    }

    @Test
    void nothingIsOfferedTwice() {
        assertThat(texts("greeting.")).doesNotHaveDuplicates();
        assertThat(texts("")).doesNotHaveDuplicates();
    }

    /** That of the first candidate; the first time it comes late. */
    private static String signature(String code) throws InterruptedException {
        for (var i = 0; i < 600; i++) {
            var found = cells.language.complete(code, code.length()).candidates();
            if (found.isEmpty() || !found.get(0).signature().isEmpty()) {
                return found.isEmpty() ? "" : found.get(0).signature();
            }
            Thread.sleep(50);
        }
        return "";
    }

    private static List<String> texts(String code) {
        Completion found = cells.language.complete(code, code.length());
        return found.candidates().stream().map(Candidate::text).toList();
    }
}

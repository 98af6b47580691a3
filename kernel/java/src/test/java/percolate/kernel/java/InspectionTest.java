package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import percolate.kernel.language.Inspection;

class InspectionTest {
    private static Cells cells;

    @BeforeAll
    static void open() {
        cells = new Cells();
        cells.nothing("""
                int total = 3;
                String greeting = "hello";
                var names = new ArrayList<String>(List.of("Ada"));
                int[] numbers = {1, 2, 3};
                var big = BigInteger.valueOf(12);
                var path = Path.of("data");
                /** Doubles <b>it</b> &amp; more: {@code a < b}.
                 * @param n any number
                 * @return twice {@code n}
                 */
                int twice(int n) { return 2 * n; }
                /** A place. */
                record Point(int x, int y) {}
                """);
    }

    @AfterAll
    static void close() {
        cells.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "greeting.substring|(1)",
                "greeting.sub|string(1)",
                "greeting.|substring(1)",
                "greeting.substring(|1)",
                "greeting.substring(|",
                "greeting.substring(1|)",
                "greeting.substring(1)|",
                "int k = 1;\ngreeting\n  .substring(|",
                "for (;;) { greeting.substring(|",
                "String f(String s) {\n  return s.substring(|",
                "class A { String f(String s) { return s.substring(|1); } }",
                "names.stream().map(s -> s.substring(|1)).toList()",
                "greeting.substring(/* from */ |1) // one",
            })
    void aMethodIsKnownWhereverTheCursorIsInItsCall(String code) {
        assertThat(plain(code)).startsWith("String String.substring(int beginIndex)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "greeting.substring(1, |            ! String String.substring(int beginIndex, int endIndex)",
                "greeting.indexOf(\"l\", |          ! int String.indexOf(String str, int fromIndex)",
                "greeting.indexOf('l'|)             ! int String.indexOf(int ch)",
                "Math.max(1.5, |2)                  ! static double Math.max(double a, double b)",
                "names.add(|                        ! boolean ArrayList.add(String e)",
                "new Point(|                        ! new Point(int x, int y)",
                "new StringBuilder(\"a\"|)          ! new StringBuilder(String str)",
            })
    void theOverloadThatFitsTheArgumentsComesFirst(String code, String declaration) {
        assertThat(plain(code).lines()).first().isEqualTo(declaration);
    }

    @Test
    void theSimplestOverloadComesFirstWhereNothingIsWrittenYet() {
        assertThat(plain("System.out.println(|").lines()).first().isEqualTo("void PrintStream.println(String x)");
    }

    @Test
    void theOtherOverloadsFollow() {
        assertThat(plain("greeting.substring(1|)"))
                .contains("Also:\n    String String.substring(int beginIndex, int endIndex)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "tot|al              ! int total = 3",
                "greeting            ! String greeting = \"hello\"",
                "names|.size()       ! ArrayList<String> names, 1 element",
                "big|                ! BigInteger big = 12",
                "path|               ! Path path = data",
                "numbers             ! int[] numbers, 3 elements",
                "var k = 3L; |k      ! long k",
                "Poi|nt p;           ! record Point(int x, int y)",
                "Runn|able r;        ! interface java.lang.Runnable",
                "Integer.MAX_VA|LUE  ! int Integer.MAX_VALUE",
            })
    void variablesAndTypesAreDeclared(String code, String declaration) {
        assertThat(plain(code).lines()).first().isEqualTo(declaration);
    }

    @Test
    void theCommentOfACellsOwnMethodIsShown() {
        var found = at("twice(|3)");
        assertThat(found.forms().get("text/plain")).isEqualTo("""
                int twice(int n)

                Doubles it & more: a < b.

                n: any number
                returns: twice n""");
        assertThat(found.forms().get("text/html"))
                .startsWith("<pre><b>int twice(int n)</b></pre>")
                .contains("Doubles <b>it</b> &amp; more: <code>a &lt; b</code>.")
                .contains("<dt><code>n</code></dt><dd>any number</dd>");
        assertThat(plain("new Poi|nt(1, 2)")).startsWith("new Point(int x, int y)");
        assertThat(plain("Poi|nt p;")).endsWith("A place.");
    }

    @Test
    void aCommentCannotBringMoreThanTextIntoAPage() {
        cells.nothing(
                "/** <script>alert(1)</script> <img src=x onerror=alert(2)> <a href='javascript:alert(3)'>x</a> */"
                        + "\nvoid nasty() {}");
        assertThat(at("nasty(|)").forms().get("text/html")).doesNotContain("<script", "<img", "javascript", "<a ");
    }

    @Test
    void ourOwnLibrariesBringTheirDocumentation() {
        assertThat(plain("display(|"))
                .contains("DisplayHandle Display.display(Object value")
                .contains("\n\n");
        assertThat(plain("display(|").lines().skip(2).findFirst().orElse(""))
                .isNotBlank()
                .doesNotStartWith("Also");
    }

    @Test
    void theJdkIsDocumentedWhereItsSourcesAre() {
        var sources = Path.of(System.getProperty("java.home"), "lib", "src.zip");
        var found = cells.language.inspect("greeting.strip()", 12, true).forms().get("text/plain");
        assertThat(found)
                .contains(
                        Files.isReadable(sources)
                                ? "Returns a string whose value is"
                                : "without its sources (lib/src.zip)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"|", "nowhere.at|", "\"hel|lo\"", "// greet|ing", "/* greet|ing */", "int |= 3", "if (|", "3|"})
    void whereNothingIsKnownNothingIsSaid(String code) {
        assertThat(at(code).found()).isFalse();
    }

    @Test
    void itIsAnsweredWhileACellRuns() throws Exception {
        var running = new Thread(() -> cells.run(Cells.TELL_RUNNING + "while (true) {}"));
        System.clearProperty("percolate.test.running");
        running.start();
        while (System.getProperty("percolate.test.running") == null) {
            Thread.sleep(5);
        }
        assertThat(plain("tot|al")).isEqualTo("int total = 3");
        cells.interruption.request();
        running.join(60_000);
        assertThat(running.isAlive()).isFalse();
    }

    private static String plain(String code) {
        return at(code).forms().getOrDefault("text/plain", "");
    }

    private static Inspection at(String marked) {
        var cursor = marked.indexOf('|');
        return cursor < 0
                ? cells.language.inspect(marked, marked.length(), false)
                : cells.language.inspect(marked.substring(0, cursor) + marked.substring(cursor + 1), cursor, false);
    }
}

package percolate.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MagicScannerTest {
    private static final Set<String> KNOWN = Set.of("time", "who");

    private static List<String> java(String text) {
        return found(text, true);
    }

    private static List<String> kotlin(String text) {
        return found(text, false);
    }

    private static List<String> found(String text, boolean java) {
        return new MagicScanner(text, java, KNOWN::contains)
                .find().stream()
                        .map(one ->
                                (one.standsAlone() ? "" : "in a statement: ") + text.substring(one.start(), one.end()))
                        .toList();
    }

    @Test
    void aLineThatStartsWithANameBehindAPercentSignIsAMagic() {
        assertThat(java("%time foo();\nint a = 1;\n  %maven a:b:1\n{ }\n%who"))
                .containsExactly("%time foo();", "%maven a:b:1", "%who");
        assertThat(kotlin("val a = 1\n%time foo()\n%unknown")).containsExactly("%time foo()", "%unknown");
    }

    @Test
    void behindAnEqualsSignItIsAPartOfTheStatement() {
        assertThat(java("List<String> added = %jars lib/*.jar;\nadded"))
                .containsExactly("in a statement: %jars lib/*.jar;");
        assertThat(kotlin("val lines = %system ls")).containsExactly("in a statement: %system ls");
    }

    @Test
    void withinBracesItIsAPartOfTheStatement() {
        assertThat(java("for (int i = 0; i < 2; i++) {\n    %who\n}")).containsExactly("in a statement: %who");
    }

    @Test
    void aDivisionThatGoesOnIsNone() {
        assertThat(java("int a = 7\n  % b;")).isEmpty();
        assertThat(java("int a = 7\n  %b;")).isEmpty();
        assertThat(java("int a = 7\n  %time;")).isEmpty();
        assertThat(java("int a = (7\n  %time );")).isEmpty();
        assertThat(java("foo(7,\n%who )")).isEmpty();
        assertThat(kotlin("foo(7\n%who )")).isEmpty();
        assertThat(java("a %who\n; int b = 5 % a; b %= a;")).isEmpty();
    }

    @Test
    void inJavaAKnownMagicEndsAStatementWithoutSemicolon() {
        assertThat(java("1 + 1\n%who")).containsExactly("%who");
        assertThat(java("1 + 1\n%whoever")).isEmpty();
    }

    @Test
    void textsAndCommentsHoldNone() {
        assertThat(java("String a = \"\"\"\n%who\n\"\"\";\n/*\n%who\n*/ // x\nString b = \"\\\"= %who\";"))
                .isEmpty();
        assertThat(java("char c = '\"';\n%who\nchar d = '\\'';\n%who")).containsExactly("%who", "%who");
        assertThat(kotlin("val a = \"\"\"\n%who \\\"\"\"\n/* /* */\n%who\n*/\n%time x"))
                .containsExactly("%time x");
        assertThat(kotlin("val a = \"${ b.map { \"}\" } }\"\n%who")).containsExactly("%who");
        assertThat(kotlin("val `a\"` = 1\n%who")).containsExactly("%who");
    }

    @Test
    void whatIsNeverClosedDoesNotHang() {
        assertThat(java("String a = \"open\n%who")).containsExactly("%who");
        assertThat(java("/* open\n%who")).isEmpty();
        assertThat(java("\"\"\"\nopen \\")).isEmpty();
        assertThat(kotlin("\"${ open")).isEmpty();
        assertThat(java("% \n%\n%%")).isEmpty();
    }
}

package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test

class SharedNamesTest {
    @BeforeEach
    fun forgetWhatWasTold() {
        notebook.sentences
    }

    @Test
    fun `a variable of Java is there although its cell failed behind it`() {
        notebook.failure("java", "var kept = new int[2];\nkept.nothing()")
        assertThat(notebook.kotlin("kept.size")).isEqualTo(2)
    }

    @Test
    fun `a variable stays shared where Java refuses its redeclaration`() {
        notebook.java("int stays = 3;")
        notebook.failure("java", "int stays = \"a\";")
        assertThat(notebook.kotlin("stays += 1; stays")).isEqualTo(4)
        assertThat(notebook.java("stays")).isEqualTo(4)
    }

    @Test
    fun `a variable of Kotlin stays shared where Java refuses to declare another of its name`() {
        notebook.kotlin("var lent = 3")
        notebook.java("lent")
        notebook.failure("java", "int lent = \"a\";")
        assertThat(notebook.java("lent += 1; lent")).isEqualTo(4)
        assertThat(notebook.kotlin("lent += 1; lent")).isEqualTo(5)
        assertThat(notebook.java("lent")).isEqualTo(5)
    }

    @Test
    fun `an assignment is seen by the next cell of the other language, and by the one after`() {
        notebook.java("int score = 1;\nString word = \"a\";")
        notebook.kotlin("score += 5\nword = word + \"b\"")
        assertThat(notebook.java("score *= 10; word += \"c\"; score")).isEqualTo(60)
        assertThat(notebook.kotlin("score++; \"\$score \$word\"")).isEqualTo("61 abc")
        assertThat(notebook.java("score")).isEqualTo(61)
    }

    @Test
    fun `a variable of Kotlin is assigned in Java and again in Kotlin`() {
        notebook.kotlin("var level = 1\nvar names = listOf(\"a\")")
        notebook.java("level += 4; names = List.of(\"x\", \"y\");")
        assertThat(notebook.kotlin("level++; level + names.size")).isEqualTo(8)
        assertThat(notebook.java("level + names.size()")).isEqualTo(8)
        assertThat(notebook.kotlin("level = 100; level")).isEqualTo(100)
        assertThat(notebook.java("level")).isEqualTo(100)
    }

    @Test
    fun `what a Java method or a lambda assigns is seen in Kotlin`() {
        notebook.kotlin("var hits = 0")
        notebook.java("void hit() { hits++; }\nRunnable hitTwice = () -> { hits += 2; };")
        notebook.java("hit(); hitTwice.run();")
        assertThat(notebook.kotlin("hits")).isEqualTo(3)
        notebook.kotlin("hits = 10")
        notebook.java("hit();")
        assertThat(notebook.kotlin("hits")).isEqualTo(11)
    }

    @Test
    fun `what a cell assigned before it failed is kept`() {
        notebook.kotlin("var progress = 0")
        notebook.failure("java", "progress = 7; int zero = 0; progress = 1 / zero;")
        assertThat(notebook.kotlin("progress")).isEqualTo(7)
    }

    @Test
    fun `a val keeps its value when Java assigns it, and the reader is told`() {
        notebook.kotlin("val fixed = 1")
        notebook.java("fixed")
        notebook.sentences
        notebook.java("fixed = 2;")
        assertThat(notebook.sentences).isEqualTo(
            "fixed is a val in Kotlin (cell ${notebook.newest - 2}) and keeps its value; declare it with var to assign it from another language",
        )
        assertThat(notebook.java("fixed")).isEqualTo(1)
    }

    @Test
    fun `a null is not given to a variable that cannot hold it`() {
        notebook.kotlin("var filled = \"a\"")
        notebook.java("filled = null;")
        assertThat(notebook.sentences).contains("filled is a String in Kotlin").contains("cannot be null")
        assertThat(notebook.java("filled")).isEqualTo("a")
    }

    @Test
    fun `a name that both declare with one type is one variable, which the newest declaration gives its value`() {
        notebook.java("int both = 1;")
        notebook.kotlin("var both = 2")
        assertThat(notebook.java("both")).isEqualTo(2)
        notebook.java("int both = 3;")
        assertThat(notebook.kotlin("both")).isEqualTo(3)
        notebook.kotlin("both = 4")
        assertThat(notebook.java("both")).isEqualTo(4)
        assertThat(notebook.sentences).isEmpty()
    }

    @Test
    fun `a name that both declare with two types is explained once, and each keeps its own`() {
        notebook.java("int clash = 1;")
        val inJava = notebook.newest
        notebook.kotlin("val clash = \"text\"")
        val inKotlin = notebook.newest
        assertThat(notebook.sentences).isEqualTo(
            "clash is a variable of type String in Kotlin (cell $inKotlin) and a variable of type int in Java (cell $inJava):" +
                " the cells of each language see their own; give one of them another name to share both",
        )
        assertThat(notebook.java("clash + 1")).isEqualTo(2)
        assertThat(notebook.kotlin("clash.length")).isEqualTo(4)
        notebook.java("int clash = 3;")
        notebook.kotlin("val clash = \"other\"")
        assertThat(notebook.java("clash + 2")).isEqualTo(5)
        assertThat(notebook.sentences).isEmpty()
        notebook.kotlin("val clash = 1.5")
        assertThat(notebook.sentences).contains("clash is a variable of type Double in Kotlin")
    }

    @Test
    fun `a Java variable that takes over a name of Kotlin's with another type is explained`() {
        notebook.kotlin("val taken = 1.5")
        notebook.java("taken")
        notebook.sentences
        notebook.java("String taken = \"mine\";")
        assertThat(notebook.sentences).contains("taken is a variable of type String in Java").contains("of type Double in Kotlin")
        assertThat(notebook.java("taken.length()")).isEqualTo(4)
        assertThat(notebook.kotlin("taken * 2")).isEqualTo(3.0)
    }

    @Test
    fun `a variable that is declared anew with another type has that type in the other language`() {
        notebook.java("int turn = 1;")
        assertThat(notebook.kotlin("turn + 1")).isEqualTo(2)
        notebook.java("String turn = \"one\";")
        assertThat(notebook.kotlin("turn.length")).isEqualTo(3)
        notebook.kotlin("var shape = 1")
        assertThat(notebook.java("shape + 1")).isEqualTo(2)
        notebook.kotlin("var shape = \"round\"")
        assertThat(notebook.java("shape.length()")).isEqualTo(5)
    }

    @Test
    fun `two types of one name are explained`() {
        notebook.java("record Twin(int a) {}")
        notebook.kotlin("class Twin(val b: String)")
        assertThat(notebook.kotlin("Twin(\"k\").b")).isEqualTo("k")
        assertThat(notebook.sentences).contains("Twin is a type in Kotlin").contains("and a type in Java")
        assertThat(notebook.java("new Twin(1).a()")).isEqualTo(1)
    }

    @Test
    fun `a property without a value yet is told, and there once it has one`() {
        notebook.kotlin("lateinit var later: String")
        assertThat(notebook.java("later")).isNull()
        assertThat(notebook.sentences).contains("later of cell").contains("cannot be read")
        notebook.kotlin("later = \"now\"")
        assertThat(notebook.java("later")).isEqualTo("now")
    }

    @Test
    fun `an error of a Kotlin cell that uses Java's names stands where its writer sees it`() {
        notebook.java("int placed = 1;\nint also = 2;")
        val sameLine = notebook.failure("kotlin", "placed + also + missing")
        assertThat(sameLine.message).isEqualTo("cell ${notebook.newest}, line 1, column 17: Unresolved reference: missing")
        assertThat(sameLine.traceback).contains("    placed + also + missing", "                    ^")
        assertThat(notebook.failure("kotlin", "placed\n  absent").message).startsWith("cell ${notebook.newest}, line 2, column 3:")
        val thrown = notebook.failure("kotlin", "val zero = placed - 1\nplaced / zero")
        assertThat(thrown.traceback.joinToString("\n")).contains("line 2:  placed / zero")
    }

    @Test
    fun `a Kotlin cell that starts with annotations of its file uses Java's names`() {
        notebook.java("int annotated = 5;")
        assertThat(notebook.kotlin("@file:Suppress(\"UNUSED_VARIABLE\")\nannotated + 1")).isEqualTo(6)
    }

    @Test
    fun `completion knows the variables of the other language, and their members`() {
        notebook.java("var windowed = List.of(\"a\");\nint positions = 1;")
        notebook.kotlin("class Gauge(val reading: Int)\nval gauge = Gauge(3)")
        assertThat(notebook.complete("kotlin", "val x = posit")).contains("val x = positions")
        assertThat(notebook.complete("kotlin", "windowed.strea")).contains("windowed.stream()")
        assertThat(notebook.complete("java", "int x = gau")).contains("int x = gauge")
        assertThat(notebook.complete("java", "int x = 1;\ngauge.getRe")).contains("int x = 1;\ngauge.getReading()")
        assertThat(notebook.sentences).isEmpty()
    }

    private companion object {
        val notebook = Notebook()

        @AfterAll
        @JvmStatic
        fun close() = notebook.close()
    }
}

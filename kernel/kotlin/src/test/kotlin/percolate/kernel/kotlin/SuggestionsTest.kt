package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.Test
import percolate.kernel.language.Completion

class SuggestionsTest {
    @Test
    fun `variables, functions and classes of cells are offered with what they are`() {
        cells.nothing("val numbers = listOf(1, 2)\nfun numeral(n: Int): String = \"\"\nclass Numerator(val over: Int)")
        assertThat(at("num|").candidates().map { it.text() to it.type() })
            .contains("numbers" to "property", "numeral(" to "function", "Numerator" to "class")
        assertThat(at("num|").candidates().first { it.text() == "numeral(" }.signature()).isEqualTo("numeral(Int): String")
        assertThat(at("num|").candidates().first { it.text() == "numbers" }.signature()).isEqualTo("List<Int>")
    }

    @Test
    fun `members are offered, one for all overloads, what every object has last`() {
        val found = at("\"text\".|").candidates()
        assertThat(found.first().type()).isEqualTo("property")
        assertThat(found.map { it.text() }).contains("length", "uppercase()").doesNotHaveDuplicates()
        assertThat(found.last().text()).isIn("equals(", "hashCode()", "toString()")
        assertThat(found).noneMatch { it.type() == "keyword" }
    }

    @Test
    fun `a function with and without arguments is one candidate, so that what all have in common ends with no bracket`() {
        assertThat(at("\"text\".upp|").candidates().map { it.text() }).containsExactly("uppercase()")
        assertThat(at("\"text\".lowerc|").candidates().map { it.text() }).containsExactly("lowercase()")
        assertThat(at("printl|").candidates().map { it.text() }).containsExactly("println(")
    }

    @Test
    fun `a candidate replaces the letters before the cursor, also behind letters outside the basic plane`() {
        val found = at("val s = \"😀😀\"; s.le|ng")
        assertThat(found.start()).isEqualTo("val s = \"😀😀\"; s.".length)
        assertThat(found.end()).isEqualTo(found.start() + 2)
        assertThat(found.candidates().first().text()).isEqualTo("length")
    }

    @Test
    fun `parameters, locals, packages, keywords and templates are completed`() {
        assertThat(at("fun area(radius: Double) { rad|").candidates()).anyMatch { it.text() == "radius" && it.type() == "param" }
        assertThat(at("import java.ti|").candidates().map { it.text() }).contains("time")
        assertThat(at("whi|").candidates()).anyMatch { it.text() == "while" && it.type() == "keyword" }
        assertThat(at("val local = 3; \"\${loc|}\"").candidates().map { it.text() }).contains("local")
        val short = at("val local = 3; \"so: \$loc|\"")
        assertThat(short.candidates().map { it.text() }).contains("local")
        assertThat(short.end() - short.start()).isEqualTo(3)
    }

    @Test
    fun `what a library marks as internal is not offered, nor members that are called like words of Kotlin`() {
        cells.nothing("annotation class Internal")
        cells.nothing(
            "open class Machine { @Internal open fun oil() {}\nfun run() {}\nfun `var`() {} }\n" +
                "class Lathe : Machine() { override fun oil() {}\nfun turn() {} }\nval lathe = Lathe()",
        )
        assertThat(at("lathe.|").candidates().map { it.text() })
            .contains("run()", "turn()")
            .doesNotContain("oil()", "`var`()")
        assertThat(at("lathe.o|").candidates().map { it.text() }).doesNotContain("oil()")
    }

    @Test
    fun `the compiler's own names are not offered`() {
        cells.value("1 + 1")
        val found = at("|").candidates()
        assertThat(found).isNotEmpty()
        assertThat(found).noneMatch { it.text().startsWith("$") || "Cell_" in it.signature() }
    }

    @Test
    fun `nothing is offered where nothing is known, and a position beyond the text does no harm`() {
        assertThat(at("unknown.thing.x|").candidates()).isEmpty()
        assertThat(cells.language.complete("listO", 99).end()).isEqualTo(5)
    }

    /** @param code with a bar at the cursor */
    private fun at(code: String): Completion = cells.language.complete(code.replace("|", ""), code.indexOf('|'))

    private companion object {
        @AutoClose
        @JvmField
        val cells = Cells()
    }
}

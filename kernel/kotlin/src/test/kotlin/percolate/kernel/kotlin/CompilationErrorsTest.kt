package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.Test

class CompilationErrorsTest {
    @Test
    fun `an error names cell, line and column, and marks its place`() {
        val failed = cells.failure("val a = 1\nval b: Int = a + undefinedName")
        val place = "cell ${cells.count}, line 2, column 18"
        assertThat(failed.name()).isEqualTo("CompilationError")
        assertThat(failed.message()).isEqualTo("$place: Unresolved reference: undefinedName")
        assertThat(failed.traceback())
            .containsExactly(
                "$place: Unresolved reference: undefinedName",
                "    val b: Int = a + undefinedName",
                "                     ^",
                "    hint: declare it first, as in val undefinedName = …",
            )
    }

    @Test
    fun `several errors are told, and no more than a reader follows`() {
        val failed = cells.failure((1..8).joinToString("\n") { "undefined$it" })
        assertThat(failed.traceback().count { "Unresolved reference" in it }).isEqualTo(5)
        assertThat(failed.traceback().last()).isEqualTo("… and 3 more")
    }

    @Test
    fun `what does not parse is told once for each line`() {
        val failed = cells.failure("val d = new java.util.Date()\nint x = 5")
        assertThat(failed.traceback().filter { "Expecting" in it }).hasSize(2)
    }

    @Test
    fun `words of Kotlin's own and an else without an if are explained`() {
        assertThat(hint("val class = 3")).isEqualTo("class is a word of Kotlin's own: choose another name, or write `class`")
        assertThat(hint("fun in(n: Int) = n")).startsWith("in is a word")
        assertThat(hint("else { println() }")).startsWith("an else stands right behind")
    }

    @Test
    fun `what plotting and networks take instead is said`() {
        assertThat(hint("scatter(1, 2)")).startsWith("plot(x, y) draws lines here")
        cells.nothing("class Node; class Layer; class Optimizer; fun input(n: Int) = Node(); fun dense(n: Int) = Layer()")
        cells.nothing("fun sequential(input: Node, vararg layers: Layer) = 1; fun sequential(vararg layers: Layer) = 2")
        cells.nothing("fun tensor(values: List<Number>) = 1; fun tensor(vararg values: Int) = 2; fun optimizer(o: Optimizer) = o")
        assertThat(hint("sequential(dense(4), input(3))")).startsWith("input(…) stands first")
        assertThat(hint("tensor(listOf(listOf(1, 2), listOf(3, 4)))")).startsWith("rows are arrays")
        assertThat(hint("optimizer(\"adam\")")).isEqualTo("write optimizer(adam(0.001))")
    }

    @Test
    fun `a name that could be a text is told how one is written`() {
        assertThat(hint("println(hello)")).isEqualTo("declare it first; a text stands in double quotes")
        assertThat(hint("val s: String = hello")).isEqualTo("declare it first; a text stands in double quotes")
    }

    private fun hint(code: String) =
        cells
            .failure(code)
            .traceback()
            .last()
            .substringAfter("hint: ")

    @Test
    fun `places stay true beside an import that is made longer`() {
        assertThat(
            cells.failure("import java.util.*\n\nval x: Strng = 3").message(),
        ).contains("line 3, column 8: Unresolved reference: Strng")
    }

    @Test
    fun `classes of cells have the names that cells gave them, and candidates are few`() {
        cells.nothing("class Own")
        assertThat(cells.failure("val x: Int = Own()").message()).endsWith("Type mismatch: inferred type is Own but Int was expected")
        assertThat(cells.failure("1 + \"a\"").message())
            .endsWith("supplied: fun plus(other: Byte): Int, fun plus(other: Double): Double, fun plus(other: Float): Float, …")
    }

    @Test
    fun `a cell that is too long says so, and the cells after it find those before it`() {
        cells.nothing("val beforeLong = 3")
        val long = (1..100).joinToString("\n") { "val text$it = listOf(${(1..80).joinToString()})" }
        assertThat(cells.failure(long).message()).contains("longer than the JVM allows one method to be; split it")
        cells.nothing("val afterLong = beforeLong + 1")
        assertThat(cells.value("beforeLong + afterLong")).isEqualTo(7)
    }

    @Test
    fun `a habit from elsewhere is told once in its line, and what follows from it not at all`() {
        assertThat(cells.failure("function f(x) { return x }").traceback()).hasSize(4)
        assertThat(cells.failure("for (i in rnge(5)) println(i)").traceback().count { it.startsWith("cell ") }).isEqualTo(1)
    }

    private companion object {
        @AutoClose
        @JvmField
        val cells = Cells()
    }
}

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
                "    hint: declare it first; a text stands in double quotes",
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

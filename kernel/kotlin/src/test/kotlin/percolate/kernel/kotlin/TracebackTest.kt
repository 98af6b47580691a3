package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.Test
import percolate.kernel.client.Mistake

class TracebackTest {
    @Test
    fun `an exception names its cell, line and function, and nothing of the machinery`() {
        cells.nothing("fun half(n: Int): Int {\n    require(n % 2 == 0) { \"odd\" }\n    return n / 2\n}")
        val declared = cells.count
        val failed = cells.failure("val a = 4\nhalf(a + 1)")
        assertThat(failed.name()).isEqualTo("IllegalArgumentException")
        assertThat(failed.message()).isEqualTo("odd")
        assertThat(failed.traceback())
            .containsExactly(
                "IllegalArgumentException: odd",
                "    at cell $declared, line 2, in half:  require(n % 2 == 0) { \"odd\" }",
                "    at cell ${cells.count}, line 2:  half(a + 1)",
            )
    }

    @Test
    fun `the library call that threw is named`() {
        val failed = cells.failure("\"x\".toInt()")
        assertThat(failed.name()).isEqualTo("NumberFormatException")
        assertThat(failed.traceback()[1]).endsWith("line 1:  \"x\".toInt()")
        assertThat(failed.traceback()[2]).isEqualTo("        inside java.lang.Integer.parseInt")
    }

    @Test
    fun `causes follow`() {
        val failed = cells.failure("try { error(\"inner\") } catch (e: Exception) { throw RuntimeException(\"outer\", e) }")
        assertThat(failed.traceback()).contains("RuntimeException: outer", "Caused by: IllegalStateException: inner")
    }

    @Test
    fun `a recursion is told once, with its number`() {
        val failed = cells.failure("fun down(n: Int): Int = if (n == 0) error(\"bottom\") else down(n - 1)\ndown(5)")
        assertThat(failed.traceback()[1]).endsWith("(6 times)")
        assertThat(cells.failure("fun forever(n: Int): Int = forever(n + 1) + 1\nforever(0)").name()).isEqualTo("StackOverflowError")
    }

    @Test
    fun `methods, constructors and lambdas are named as they are written`() {
        val failed =
            cells.failure(
                """
                class Box(n: Int) {
                    val content = listOf(n).map { check(it > 1) { "small" } }
                    companion object { fun of(n: Int) = Box(n) }
                }
                Box.of(1)
                """.trimIndent(),
            )
        assertThat(failed.traceback().joinToString("\n"))
            .contains("in Box:  val content", "in Companion.of:  companion object", "line 5:  Box.of(1)")
            .doesNotContain("Cell_")
    }

    @Test
    fun `an exception class of a cell has the name that the cell gave it`() {
        val failed = cells.failure("class Oops(text: String) : Exception(text)\nthrow Oops(\"so\")")
        assertThat(failed.name()).isEqualTo("Oops")
        assertThat(failed.traceback()[0]).isEqualTo("Oops: so")
    }

    @Test
    fun `an exception that refers to itself or throws while it speaks is still told`() {
        assertThat(
            cells
                .failure(
                    "class Odd : Exception() { override val message: String get() = throw IllegalStateException() }\nthrow Odd()",
                ).name(),
        ).isEqualTo("Odd")
        assertThat(cells.failure("val a = Exception(\"a\"); val b = Exception(\"b\", a); a.initCause(b); throw a").traceback())
            .contains("Exception: a", "Caused by: Exception: b")
    }

    @Test
    fun `code of a library that is put into a cell belongs to the line that calls it`() {
        val failed = cells.failure("val none = listOf(1, 2)\n    .map { it * 2 }\n    .first { it > 9 }\n1 + 1")
        assertThat(failed.traceback()[1]).isEqualTo("    at cell ${cells.count}, line 3:  .first { it > 9 }")
    }

    @Test
    fun `a letter beyond the end of a text has a hint, whatever this JDK says of it`() {
        assertThat(cells.failure("\"abc\"[5]").traceback().last()).startsWith("    hint: ").contains("from 0 to one less than")
    }

    @Test
    fun `a thread of a cell that fails says so`() {
        val code = "val failing = kotlin.concurrent.thread {\n    error(\"in a thread\")\n}\nfailing.join()"
        val printed = Mistake.shown { cells.run(code) }
        assertThat(printed)
            .startsWith("the thread ")
            .contains("ended with IllegalStateException: in a thread", "at cell ${cells.count}, line 2, in a lambda:  error")
    }

    @Test
    fun `a recursion without end is told once`() {
        val endless = cells.failure("fun endless(n: Int): Int = endless(n + 1) + 1\nendless(0)")
        assertThat(endless.traceback()[1]).startsWith("    at cell ${cells.count}, line 1, in endless:").endsWith("(and so on)")
    }

    private companion object {
        @AutoClose
        @JvmField
        val cells = Cells()
    }
}

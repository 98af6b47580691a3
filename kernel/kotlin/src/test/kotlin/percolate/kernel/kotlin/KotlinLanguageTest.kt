package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Test

class KotlinLanguageTest {
    @Test
    fun `a cell's value is that of its last expression`() {
        assertThat(cells.value("val a = 2\nval b = 3\na * b")).isEqualTo(6)
    }

    @Test
    fun `variables stay when a later statement throws, and the rest does not run`() {
        cells.failure("val before = 1\nval zero = before / 0\nval after = 2")
        assertThat(cells.value("before")).isEqualTo(1)
        assertThat(cells.value("after")).isEqualTo(0)
    }

    @Test
    fun `declarations and unit calls show nothing`() {
        cells.nothing("val x = 3")
        cells.nothing("fun quiet() {}")
        cells.nothing("quiet()")
        cells.nothing("display(3)")
        cells.nothing("")
    }

    @Test
    fun `an endless loop is stopped, and what was declared before stays`() {
        cells.interrupted("val kept = 7\nwhile (true) {}")
    }

    private companion object {
        val cells = Cells()

        @AfterAll
        @JvmStatic
        fun close() = cells.close()
    }
}

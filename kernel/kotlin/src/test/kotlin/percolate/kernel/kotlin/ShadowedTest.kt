package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.Test
import java.lang.ref.WeakReference

class ShadowedTest {
    @Test
    fun `a variable that is declared anew lets its old value go`() {
        cells.nothing("val held = Any()")
        cells.nothing("${KEEP}held))")
        cells.nothing("val held = Any()")
        assertThat(isGone()).isTrue()
    }

    @Test
    fun `functions, lambdas and classes of earlier cells keep what they read`() {
        cells.nothing("val base = listOf(1)\nfun first() = base[0]")
        cells.nothing("val lambda = { base.size }\nval reference = ::base\nclass Reader { val read get() = base }")
        cells.nothing("val base = listOf(7, 8)")
        assertThat(cells.value("listOf(first(), lambda(), reference.get().size, Reader().read.size, base.size)"))
            .isEqualTo(listOf(1, 1, 1, 1, 2))
    }

    private fun isGone(): Boolean {
        val value = System.getProperties()[KEPT] as WeakReference<*>
        repeat(200) {
            if (value.get() == null) return true
            System.gc()
            Thread.sleep(10)
        }
        return false
    }

    private companion object {
        const val KEPT = "percolate.test.kept"
        const val KEEP = "val ignored = System.getProperties().put(\"$KEPT\", java.lang.ref.WeakReference<Any>("

        @AutoClose
        @JvmStatic
        val cells = Cells()

        @AfterAll
        @JvmStatic
        fun forget() {
            System.getProperties().remove(KEPT)
        }
    }
}

package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.Test
import percolate.kernel.api.Display
import percolate.kernel.cells.CellLoader
import percolate.kernel.cells.Interruption
import percolate.kernel.language.Cell
import percolate.kernel.language.Completion
import percolate.kernel.language.Evaluation
import java.util.concurrent.CountDownLatch

class KnownNamesTest {
    @AutoClose
    private val loader = CellLoader(listOf(Cells.origin(Display::class.java), Cells.origin(Unit::class.java)))

    @AutoClose
    private val workspace = Workspace(loader, Interruption(), Sources())

    @Test
    fun `what cells have declared is told while the compiler is busy`() {
        val text = "val names = listOf(1); var counter = 4; fun count(n: Int) = n; class Country"
        assertThat(workspace.evaluate(Cell(1, text), text)).isEqualTo(Evaluation.Nothing())
        whileBusy {
            assertThat(at("1 + cou").candidates().map { it.text() to it.type() })
                .containsExactly("counter" to "property", "count(" to "function", "Country" to "class")
            assertThat(at("1 + cou").start()).isEqualTo(4)
            assertThat(at("whi").candidates().map { it.text() }).containsExactly("while")
        }
    }

    @Test
    fun `a question about a member waits for the compiler`() {
        val end = CountDownLatch(1)
        workspace.ready().start {
            Thread.sleep(1000)
            end.countDown()
        }
        assertThat(at("\"a\".leng").candidates().map { it.text() }).containsExactly("length")
        assertThat(end.count).isZero()
    }

    private fun whileBusy(look: () -> Unit) {
        val done = CountDownLatch(1)
        val busy = workspace.ready().start { done.await() }
        try {
            look()
        } finally {
            done.countDown()
            busy.result()
        }
    }

    private fun at(code: String): Completion = workspace.complete(code, code.length)
}

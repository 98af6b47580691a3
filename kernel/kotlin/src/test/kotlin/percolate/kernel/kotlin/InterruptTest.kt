package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

class InterruptTest {
    @ParameterizedTest
    @ValueSource(
        strings = [
            "Thread.sleep(600_000)",
            "java.util.concurrent.CompletableFuture<String>().get()",
            "while (true) {}",
            "do { } while (1 > 0)",
            "while (true) { try { Thread.sleep(600_000) } catch (e: InterruptedException) {} }",
            "try { Thread.sleep(600_000) } catch (e: InterruptedException) { throw RuntimeException(e) }",
            "while (true) { try { while (true); } catch (e: Throwable) {} }",
            "fun deep(n: Int): Int = if (n > 500) 0 else deep(n + 1) + deep(n + 1)\ndeep(0)",
            "tailrec fun on(n: Int): Int = on(n + 1)\non(0)",
            "generateSequence(1) { it + 1 }.forEach { }",
            "repeat(Int.MAX_VALUE) { repeat(Int.MAX_VALUE) { } }",
            "(1..Int.MAX_VALUE).forEach { i -> (1..Int.MAX_VALUE).forEach { j -> } }",
            "var n = 0L\nwhile (true) { when (n++ % 3) { 0L -> continue; else -> {} } }",
            "class Busy { init { while (true) {} } }\nBusy()",
            "object Stuck { val x: Int = run { while (true) {}; 1 } }\nStuck.x",
            "val later by lazy { while (true) {}; 1 }\nlater",
        ],
    )
    fun `a running cell stops`(code: String) {
        cells.interrupted(code)
        assertThat(cells.value("1 + 1")).isEqualTo(2)
    }

    @Test
    fun `the line where it stopped is named, what was set stays, and the rest does not run`() {
        val ended = cells.interrupted("val kept = listOf(1)\n${Cells.TELL_RUNNING}Thread.sleep(600_000)\nval never = 2")
        assertThat(ended.traceback()[0]).contains("line 3").contains("Thread.sleep(600_000)")
        assertThat(cells.value("kept")).isEqualTo(listOf(1))
        assertThat(cells.value("never")).isEqualTo(0)
    }

    @Test
    fun `a cell that swallows the interrupt still counts as interrupted`() {
        cells.interrupted("try { Thread.sleep(600_000) } catch (e: InterruptedException) {}\n42")
    }

    @Test
    fun `the interrupt flag does not reach the next cell`() {
        cells.interrupted("Thread.sleep(600_000)")
        assertThat(cells.value("Thread.currentThread().isInterrupted")).isEqualTo(false)
    }

    @Test
    fun `an interrupt between cells stops nothing`() {
        cells.interruption.request()
        assertThat(cells.value("Thread.sleep(1); 3")).isEqualTo(3)
    }

    @Test
    fun `a thread of an earlier cell goes on`() {
        cells.nothing(
            """
            val ticks = java.util.concurrent.atomic.AtomicLong()
            val clock = kotlin.concurrent.thread(isDaemon = true) { while (true) { ticks.incrementAndGet() } }
            """.trimIndent(),
        )
        cells.interrupted("while (true) {}")
        assertThat(
            cells.value("val seen = ticks.get(); while (ticks.get() == seen) { Thread.onSpinWait() }; clock.isAlive"),
        ).isEqualTo(true)
    }

    @Test
    fun `completion answers while a cell runs`() {
        val running = Thread { cells.run(Cells.TELL_RUNNING + "while (true) {}") }
        System.clearProperty("percolate.test.running")
        running.start()
        while (System.getProperty("percolate.test.running") == null) {
            Thread.sleep(5)
        }
        assertThat(cells.language.complete("listO", 5).candidates()).isNotEmpty()
        assertThat(cells.language.inspect("println", 7, false).found()).isTrue()
        cells.interruption.request()
        running.join(60_000)
        assertThat(running.isAlive).isFalse()
    }

    private companion object {
        @AutoClose
        @JvmField
        val cells = Cells()
    }
}

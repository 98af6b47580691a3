package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import percolate.kernel.api.Display
import percolate.kernel.cells.CellLoader
import percolate.kernel.cells.Interruption
import percolate.kernel.language.Evaluation
import percolate.kernel.language.Languages
import percolate.kernel.language.Libraries
import percolate.kernel.traceback.ThreadEnds
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit

/** A session of cells as a test writes it; the display API and Kotlin's library are what its cells see besides the JDK. */
internal class Cells(
    libraries: Libraries = Libraries { _, _ -> throw IllegalStateException("no libraries here") },
) : AutoCloseable {
    val interruption = Interruption()
    private val loader = CellLoader(listOf(origin(Display::class.java), origin(Unit::class.java)))
    val language = KotlinLanguage(loader, interruption, libraries)
    private val ends = ThreadEnds.told(Languages.of(language))
    var count = 0
        private set

    fun run(code: String): Evaluation = runAs(++count, code)

    /** Runs a cell under this number. */
    fun runAs(
        number: Int,
        code: String,
    ): Evaluation {
        interruption.cellStarts()
        try {
            return language.evaluate(code, number)
        } finally {
            interruption.cellEnds()
        }
    }

    fun value(code: String): Any? {
        val result = run(code)
        assertThat(result).describedAs(code).isInstanceOf(Evaluation.Value::class.java)
        return (result as Evaluation.Value).value()
    }

    fun nothing(code: String) {
        assertThat(run(code)).describedAs(code).isEqualTo(Evaluation.Nothing())
    }

    fun failure(code: String): Evaluation.Failure {
        val result = run(code)
        assertThat(result).describedAs(code).isInstanceOf(Evaluation.Failure::class.java)
        return result as Evaluation.Failure
    }

    /** Runs a cell, and interrupts it as soon as it has told that it runs: at its start, or where it says so. */
    fun interrupted(code: String): Evaluation.Interrupted {
        System.clearProperty(RUNNING)
        val result = CompletableFuture.supplyAsync { run(if (RUNNING in code) code else TELL_RUNNING + code) }
        while (System.getProperty(RUNNING) == null && !result.isDone) {
            Thread.sleep(5)
        }
        interruption.request()
        val ended = result.get(60, TimeUnit.SECONDS)
        assertThat(ended).describedAs(code).isInstanceOf(Evaluation.Interrupted::class.java)
        return ended as Evaluation.Interrupted
    }

    override fun close() {
        ends.close()
        language.close()
        loader.close()
    }

    companion object {
        private const val RUNNING = "percolate.test.running"

        /** The line with which a cell tells that its code runs. */
        const val TELL_RUNNING = "System.setProperty(\"$RUNNING\", \"yes\")\n"

        fun origin(type: Class<*>): Path =
            Path.of(
                type.protectionDomain.codeSource.location
                    .toURI(),
            )
    }
}

package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import percolate.kernel.api.Display
import percolate.kernel.cells.CellLoader
import percolate.kernel.cells.Interruption
import percolate.kernel.java.JShellLanguage
import percolate.kernel.language.Evaluation
import percolate.kernel.language.Languages
import java.io.ByteArrayOutputStream
import java.io.PrintStream

/** A session with cells in both languages, and what they are told. */
internal class Notebook : AutoCloseable {
    private val interruption = Interruption()
    private val loader = CellLoader(listOf(Cells.origin(Display::class.java), Cells.origin(Unit::class.java)))
    private val languages =
        Languages.of(JShellLanguage(loader, interruption)).with(KotlinLanguage.NOTATION) { KotlinLanguage(loader, interruption) }
    private val told = ByteArrayOutputStream()
    private var count = 0

    /** What cells have been told since this was asked last. */
    val sentences: String get() = told.toString(Charsets.UTF_8).trim().also { told.reset() }

    /** The value of a Java cell, null if it has none. */
    fun java(code: String) = value(run("java", code), code)

    /** The value of a Kotlin cell, null if it has none. */
    fun kotlin(code: String) = value(run("kotlin", code), code)

    fun failure(
        language: String,
        code: String,
    ): Evaluation.Failure {
        val result = run(language, code)
        assertThat(result).describedAs(code).isInstanceOf(Evaluation.Failure::class.java)
        return result as Evaluation.Failure
    }

    /** The number of the newest cell. */
    val newest get() = count

    /** What could stand at the end of a text. */
    fun complete(
        language: String,
        text: String,
    ): List<String> {
        val found = languages.named(language).get().complete(text, text.length)
        return found.candidates().map { text.substring(0, found.start()) + it.text() }
    }

    /** All variables of the session, each with its type. */
    fun variables() = languages.running().flatMap { it.variables() }.map { it.name() + ": " + it.type() }

    private fun value(
        result: Evaluation,
        code: String,
    ): Any? {
        assertThat(result).describedAs("$code\n$result").isInstanceOfAny(Evaluation.Value::class.java, Evaluation.Nothing::class.java)
        return (result as? Evaluation.Value)?.value()
    }

    private fun run(
        language: String,
        code: String,
    ): Evaluation {
        val err = System.err
        System.setErr(PrintStream(told, true, Charsets.UTF_8))
        interruption.cellStarts()
        try {
            return languages.named(language).get().evaluate(code, ++count)
        } finally {
            interruption.cellEnds()
            System.setErr(err)
        }
    }

    override fun close() {
        languages.close()
        loader.close()
    }
}

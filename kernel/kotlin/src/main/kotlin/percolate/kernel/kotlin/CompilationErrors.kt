package percolate.kernel.kotlin

import percolate.kernel.language.Cell
import percolate.kernel.language.Evaluation.Failure
import kotlin.script.experimental.api.ScriptDiagnostic

/** Writes the compiler's errors with the cell's own lines, and with a hint where beginners often stumble. */
internal object CompilationErrors {
    private const val NAME = "CompilationError"
    private const val MOST = 5

    fun failure(
        cell: Cell,
        diagnostics: List<ScriptDiagnostic>,
    ): Failure {
        val errors = diagnostics.map { Error(cell.place(it), words(it)) }.distinct()
        val lines = errors.take(MOST).flatMap { listOf("${it.place}: ${it.words}") + it.place.marked() }
        val more = if (errors.size > MOST) listOf("… and ${errors.size - MOST} more") else listOf()
        val first = errors.first()
        return Failure(NAME, "${first.place}: ${first.words}", lines + more)
    }

    /** A failure in our own words. */
    fun failure(
        place: Cell.Place,
        sentence: String,
    ) = Failure(NAME, "$place: $sentence", listOf("$place: $sentence") + place.marked())

    private data class Error(
        val place: Cell.Place,
        val words: String,
    )

    private fun Cell.place(error: ScriptDiagnostic): Cell.Place {
        val start = error.location?.start ?: return place(0)
        return Cell.Place(number, start.line, start.col, line(start.line))
    }

    private fun words(error: ScriptDiagnostic) = error.message
}

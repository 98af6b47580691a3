package percolate.kernel.kotlin

import percolate.kernel.language.Cell
import percolate.kernel.language.Evaluation.Failure
import kotlin.script.experimental.api.ScriptDiagnostic

/** Writes the compiler's errors with the cell's own lines, and with a hint where beginners often stumble. */
internal class CompilationErrors(
    private val names: Names,
) {
    fun failure(
        head: Head,
        diagnostics: List<ScriptDiagnostic>,
    ): Failure {
        val errors = relevant(diagnostics.map { error(head, it) }.ifEmpty { listOf(Error(head.cell.place(0), "this does not compile")) })
        val lines = errors.take(MOST).flatMap { shown(head.cell, it) }
        val more = if (errors.size > MOST) listOf("… and ${errors.size - MOST} more") else listOf()
        val first = errors.first()
        return Failure(NAME, "${first.place}: ${first.words}", lines + more)
    }

    private data class Error(
        val place: Cell.Place,
        val words: String,
    )

    private fun error(
        head: Head,
        found: ScriptDiagnostic,
    ): Error {
        val start = found.location?.start ?: return Error(head.place(1, 1), words(found.message))
        return Error(head.place(start.line, start.col), words(found.message))
    }

    /** What does not parse makes more errors in its line that say nothing new. */
    private fun relevant(errors: List<Error>): List<Error> =
        errors.distinctBy { if (SYNTAX.containsMatchIn(it.words)) it.place.line to 0 else it.place.line to it.place.column }

    private fun shown(
        cell: Cell,
        error: Error,
    ): List<String> {
        val hint = Hints.of(error.words, error.place.lineText) ?: names.hint(cell, error.place, error.words)
        return listOf("${error.place}: ${error.words}") + error.place.marked() + listOfNotNull(hint?.let { "    hint: $it" })
    }

    companion object {
        private const val NAME = "CompilationError"
        private const val MOST = 5
        private const val MOST_CANDIDATES = 3
        private const val TOO_LONG = "the cell is longer than the JVM allows one method to be; split it, or put parts of it into functions"
        private val SYNTAX = Regex("^(Expecting|Unexpected tokens|Property getter or setter expected)")
        private val PLATFORM = Regex("""(\b\w+|>)!(?=[\s,)<>]|$)""")
        private val NOISE = Regex("""\b(public|final|inline|operator|infix|override) |TypeVariable\((\w+)\)| /\* = [\w.]+ \*/""")

        /** A failure in our own words. */
        fun failure(
            place: Cell.Place,
            sentence: String,
        ) = Failure(NAME, "$place: $sentence", listOf("$place: $sentence") + place.marked())

        /** The compiler's message on one line, without the classes that the cell's writer never wrote. */
        private fun words(message: String): String {
            val lines =
                withoutCells(message)
                    .replace(PLATFORM, "$1")
                    .replace(NOISE) {
                        it.groupValues[2]
                    }.lines()
                    .map(String::trim)
                    .filter(String::isNotEmpty)
            val candidates = lines.drop(1).map { it.substringBefore(" defined in ") }
            return when {
                "Method too large" in message -> TOO_LONG
                candidates.isEmpty() -> lines.joinToString("")
                "receiver type mismatch" in lines[0] -> "nothing of this name is made for what stands before it"
                else -> lines[0].removeSuffix(":") + ": " + listed(candidates)
            }
        }

        private fun listed(candidates: List<String>) =
            candidates.take(MOST_CANDIDATES).joinToString(", ") + if (candidates.size > MOST_CANDIDATES) ", …" else ""
    }
}

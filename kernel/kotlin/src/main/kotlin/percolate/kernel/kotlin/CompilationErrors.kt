package percolate.kernel.kotlin

import percolate.kernel.language.Evaluation.Failure
import percolate.kernel.traceback.CompilationFailure
import java.util.Optional
import kotlin.script.experimental.api.ScriptDiagnostic

/** Writes the compiler's errors with the cell's own lines, and with a hint where learners often stumble. */
internal class CompilationErrors(
    private val meanings: Meanings,
    private val names: Names,
) {
    fun failure(
        head: Head,
        diagnostics: List<ScriptDiagnostic>,
    ): Failure {
        val found = diagnostics.map { complaint(head, it) }.ifEmpty { listOf(Complaint(head.cell, head.cell.place(0), UNSAID)) }
        return CompilationFailure.of(relevant(found), ::fault)
    }

    private fun complaint(
        head: Head,
        found: ScriptDiagnostic,
    ): Complaint {
        val start = found.location?.start
        val place = if (start == null) head.place(1, 1) else head.place(start.line, start.col)
        return Complaint(head.cell, place, words(found.message))
    }

    /** What does not parse, or is a habit from elsewhere, makes more errors in its line that say nothing new. */
    private fun relevant(errors: List<Complaint>): List<Complaint> {
        val causes = errors.filterNot { FOLLOWING.containsMatchIn(it.words) }.ifEmpty { errors }
        val explained = causes.filter { isSyntax(it) || Hints.ofHabit(it) != null }.groupBy { it.place.line }
        return causes
            .filter { error -> explained[error.place.line]?.first()?.let { it === error || it.place.column > error.place.column } ?: true }
            .distinctBy { it.place }
    }

    private fun isSyntax(error: Complaint) = SYNTAX.containsMatchIn(error.words)

    private fun fault(error: Complaint): CompilationFailure.Fault {
        val hint = meanings.hint(error) ?: Hints.ofHabit(error) ?: names.hint(error) ?: meanings.missing(error) ?: Hints.ofUnknown(error)
        return CompilationFailure.Fault(error.place, error.words, Optional.ofNullable(hint))
    }

    companion object {
        private const val MOST_CANDIDATES = 3
        private const val UNSAID = "this does not compile"

        /** What is only wrong because something else is. */
        private val FOLLOWING = Regex("^(Overload resolution ambiguity|'if' must have both|.* without a body must be abstract)")
        private const val TOO_LONG = "the cell is longer than the JVM allows one method to be; split it, or put parts of it into functions"
        private val SYNTAX = Regex("^(Expecting|Unexpected tokens|Property getter or setter expected)")
        private val NOISE =
            Regex(
                """\s*\bdefined in (?:Cell_\d+|kotlin[.\w]*)|\b(public|final|inline|operator|infix|override) |TypeVariable\((\w+)\)| /\* = [\w.]+ \*/""",
            )

        /** The compiler's message on one line, without the classes that the cell's writer never wrote. */
        private fun words(message: String): String {
            val lines =
                plainTypes(withoutCells(message))
                    .replace(NOISE) {
                        it.groupValues[2]
                    }.lines()
                    .map(String::trim)
                    .filter(String::isNotEmpty)
            val candidates = lines.drop(1).map { it.substringBefore(" defined in ") }
            return when {
                "Method too large" in message -> TOO_LONG
                message.startsWith("Platform declaration clash") -> "the name is declared twice"
                candidates.isEmpty() -> lines.joinToString("")
                "receiver type mismatch" in lines[0] -> "nothing of this name is made for what stands before it"
                else -> lines[0].removeSuffix(":") + ": " + listed(candidates)
            }
        }

        private fun listed(candidates: List<String>) =
            candidates.take(MOST_CANDIDATES).joinToString(", ") + if (candidates.size > MOST_CANDIDATES) ", …" else ""
    }
}

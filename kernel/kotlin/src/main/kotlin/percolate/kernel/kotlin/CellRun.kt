package percolate.kernel.kotlin

import percolate.kernel.cells.Interruption
import percolate.kernel.language.Cell
import percolate.kernel.language.Evaluation
import percolate.kernel.traceback.Traceback
import java.util.logging.Level
import java.util.logging.Logger
import kotlin.script.experimental.api.ResultWithDiagnostics
import kotlin.script.experimental.api.SourceCode
import kotlin.script.experimental.api.isError
import kotlin.script.experimental.api.makeFailureResult

/** Compiles cells, runs them on the calling thread and tells how they ended. */
internal class CellRun(
    private val repl: Repl,
    private val snippets: Snippets,
    private val sources: Sources,
    private val interruption: Interruption,
    private val loader: ClassLoader,
    private val sharing: Sharing,
    private val errors: CompilationErrors,
) {
    private val traceback = Traceback(KotlinFrames(sources), THROWN_HINTS::hint)

    /** @param text the cell's text as the compiler is to see it, line for line */
    fun result(
        cell: Cell,
        text: String,
    ): Evaluation {
        val (head, compiled) =
            synchronized(sharing) {
                // another shell's cell must not come between what is named and what is compiled
                val head = sharing.head(cell, text)
                head to compiled(sources.of(cell, head.before(text)))
            }
        return when (compiled) {
            is ResultWithDiagnostics.Failure -> errors.failure(head, compiled.reports.filter { it.isError() })
            is ResultWithDiagnostics.Success -> run(compiled.value).also { sharing.ran(head, compiled.value) }
        }
    }

    private fun compiled(source: SourceCode): ResultWithDiagnostics<Snippets.Snippet> =
        try {
            repl.compiling { snippets.of(it, source) }
        } catch (e: Exception) {
            LOG.log(Level.WARNING, "the compiler failed", e)
            makeFailureResult("the compiler broke off with ${e.javaClass.simpleName}; write this otherwise")
        }

    private fun run(snippet: Snippets.Snippet): Evaluation =
        try {
            val value = withContextLoader { interruption.stoppable { snippet.run() } }
            when {
                interruption.requested() -> traceback.interrupted(listOf())
                snippet.hasValue && value != Unit -> Evaluation.of(value)
                else -> Evaluation.Nothing()
            }
        } catch (e: Throwable) {
            if (interruption.requested()) traceback.interrupted(e.stackTrace.asList()) else traceback.failure(e)
        }

    /** Libraries find their services through the thread's context loader, which has to see what cells see. */
    private fun <T> withContextLoader(work: () -> T): T {
        val thread = Thread.currentThread()
        val before = thread.contextClassLoader
        thread.contextClassLoader = loader
        try {
            return work()
        } finally {
            thread.contextClassLoader = before
        }
    }

    private companion object {
        val LOG: Logger = Logger.getLogger(CellRun::class.java.name)
    }
}

package percolate.kernel.kotlin

import percolate.kernel.api.DisplayHandle
import percolate.kernel.cells.CellLoader
import percolate.kernel.cells.CellStopped
import percolate.kernel.cells.Interruption
import percolate.kernel.language.Completeness
import percolate.kernel.language.Completion
import percolate.kernel.language.Evaluation
import percolate.kernel.language.Inspection
import percolate.kernel.language.Language
import percolate.kernel.language.LanguageInfo
import java.nio.file.Path
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.atomic.AtomicInteger
import kotlin.script.experimental.host.toScriptSource

/**
 * Kotlin cells, compiled by Kotlin's REPL compiler and run in this process.
 *
 * A cell may hold any number of statements and declarations; its value is that of its last expression. What a cell
 * declares stays for the next ones, also when the cell fails later on.
 *
 * @param loader loads what cells see, for all languages of the session; stays the caller's to close
 * @param interruption stops cells
 */
class KotlinLanguage(
    private val loader: CellLoader,
    private val interruption: Interruption,
) : Language {
    private val repl = Repl(loader)
    private val snippets = Snippets(loader)
    private val imports = ConcurrentLinkedQueue(IMPORTS)
    private val serial = AtomicInteger()

    override fun info() =
        LanguageInfo("kotlin", KotlinVersion.CURRENT.toString(), "text/x-kotlin", ".kt", "text/x-kotlin", "kotlin")

    override fun evaluate(
        code: String,
        cellNumber: Int,
    ): Evaluation {
        addImports()
        return evaluate(code)
    }

    private fun evaluate(code: String): Evaluation =
        when (val compilation = repl.compile(code.toScriptSource("Line_${serial.incrementAndGet()}.kts"))) {
            is Repl.Compilation.Done -> run(snippets.define(compilation.script))
            is Repl.Compilation.Refused ->
                compilation.diagnostics.map { it.message }.let { Evaluation.Failure("CompilationError", it.first(), it) }
        }

    private fun run(snippet: Snippets.Snippet): Evaluation {
        val thread = Thread.currentThread()
        val context = thread.contextClassLoader
        thread.contextClassLoader = loader
        try {
            val value = interruption.stoppable { snippet.run() }
            return when {
                interruption.requested() -> Evaluation.Interrupted(listOf("Interrupted"))
                snippet.hasValue && value !is DisplayHandle -> Evaluation.Value(value)
                else -> Evaluation.Nothing()
            }
        } catch (e: CellStopped) {
            return Evaluation.Interrupted(listOf("Interrupted"))
        } catch (e: Throwable) {
            if (interruption.requested()) return Evaluation.Interrupted(listOf("Interrupted"))
            return Evaluation.Failure(e.javaClass.simpleName, e.message, listOf(e.toString()) + e.stackTrace.map { it.toString() })
        } finally {
            thread.contextClassLoader = context
        }
    }

    private fun addImports() {
        val names = generateSequence { imports.poll() }.toList()
        if (names.isNotEmpty()) {
            evaluate(names.joinToString("\n") { "import " + it.removePrefix("static ") })
        }
    }

    override fun addToClassPath(jars: List<Path>) = jars.forEach(loader::add)

    override fun imports(names: List<String>) {
        imports.addAll(names)
    }

    override fun completeness(code: String) = Completeness(Completeness.Status.UNKNOWN, "")

    override fun complete(
        code: String,
        cursor: Int,
    ) = Completion(listOf(), cursor, cursor)

    override fun inspect(
        code: String,
        cursor: Int,
        detailed: Boolean,
    ): Inspection = Inspection.none()

    override fun close() = repl.close()

    private companion object {
        val IMPORTS = listOf("static percolate.kernel.api.Display.*")
    }
}

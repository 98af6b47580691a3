package percolate.kernel.kotlin

import percolate.kernel.cells.CellLoader
import percolate.kernel.cells.Interruption
import percolate.kernel.language.Cell
import percolate.kernel.language.Completeness
import percolate.kernel.language.Completion
import percolate.kernel.language.Evaluation
import percolate.kernel.language.Inspection
import percolate.kernel.language.Language
import percolate.kernel.language.LanguageInfo
import java.nio.file.Path
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.logging.Level
import java.util.logging.Logger
import kotlin.script.experimental.api.valueOrThrow

/**
 * Kotlin cells, compiled by Kotlin's REPL compiler and run in this process.
 *
 * A cell may hold any number of statements and declarations; its value is that of its last expression. What a cell
 * declares stays for the next ones, also when the cell fails later on. The constructor returns at once; the compiler
 * warms up on a thread of its own until the first cell comes.
 *
 * @param loader loads what cells see, for all languages of the session; stays the caller's to close
 * @param interruption stops cells
 */
class KotlinLanguage(
    private val loader: CellLoader,
    interruption: Interruption,
) : Language {
    private val repl = Repl(loader)
    private val sources = Sources()
    private val snippets = Snippets(loader)
    private val run = CellRun(repl, snippets, sources, interruption, loader)
    private val imports = ConcurrentLinkedQueue<String>()
    private val prelude = repl.start { compiler -> start(compiler) }

    private fun start(compiler: CellCompiler) {
        for (text in listOf(Prelude.TEXT, Prelude.EXERCISE)) {
            val compiled = compiler.compile(sources.of(Cell(0, text)))
            snippets.define(compiled.valueOrThrow().get()).run()
        }
    }

    override fun info() = LanguageInfo("kotlin", KotlinVersion.CURRENT.toString(), "text/x-kotlin", ".kt", "text/x-kotlin", "kotlin")

    override fun evaluate(
        code: String,
        cellNumber: Int,
    ): Evaluation {
        ready()
        addImports()
        val cell = Cell(cellNumber, code)
        return run.result(cell, Imports.keepingOwnNames(code)).also { remember(cellNumber, it) }
    }

    private fun ready() {
        try {
            prelude.result()
        } catch (e: Exception) {
            throw IllegalStateException("kotlin: expected the compiler to start, got $e; restart the kernel", e)
        }
    }

    private fun remember(
        cellNumber: Int,
        evaluation: Evaluation,
    ) {
        if (evaluation is Evaluation.Value) snippets.out[cellNumber] = evaluation.value()
    }

    /** Imports what is waiting, all at once; if that fails, one by one, so that one that does not exist does no harm. */
    private fun addImports() {
        val lines = generateSequence { imports.poll() }.map(Imports::line).toList()
        if (lines.isNotEmpty() && !imported(lines.joinToString("\n"))) {
            lines.filterNot(::imported).forEach { LOG.log(Level.WARNING, "{0}: not found on the class path of cells", it) }
        }
    }

    private fun imported(text: String) = run.result(Cell(0, text), Imports.keepingOwnNames(text)) is Evaluation.Nothing

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
        val LOG: Logger = Logger.getLogger(KotlinLanguage::class.java.name)
    }
}

package percolate.kernel.kotlin

import percolate.kernel.cells.CellLoader
import percolate.kernel.cells.Interruption
import percolate.kernel.language.Cell
import percolate.kernel.language.Evaluation
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.logging.Level
import java.util.logging.Logger
import kotlin.script.experimental.api.valueOrThrow

/**
 * One compiler with the cells that it has compiled and run; a reset of the session puts a new one in its place.
 *
 * @param sources outlives it: the loader knows the classes of the cells before by their names
 */
internal class Workspace(
    loader: CellLoader,
    interruption: Interruption,
    private val sources: Sources,
) : AutoCloseable {
    val repl = Repl(loader)
    private val snippets = Snippets(loader)
    val sharing = Sharing(repl, loader, interruption)
    val suggestions = Suggestions(sources, snippets.classes)
    val inspector = Inspector(sources)
    private val errors = CompilationErrors(Spelling(repl, suggestions))
    private val run = CellRun(repl, snippets, sources, interruption, loader, sharing, errors)

    /** What the next cell is to import first, written as in Java. */
    val imports = ConcurrentLinkedQueue<String>()
    private val prelude = repl.start { compiler -> start(compiler) }

    private fun start(compiler: CellCompiler) {
        for (text in listOf(Prelude.TEXT, Prelude.EXERCISE)) {
            val compiled = compiler.compile(sources.of(Cell(0, text)))
            snippets.define(compiled.valueOrThrow().get()).run()
        }
    }

    /**
     * Runs a cell and remembers its value by its number.
     *
     * @param text the cell's text as the compiler is to see it, line for line
     */
    fun evaluate(
        cell: Cell,
        text: String,
    ): Evaluation {
        ready()
        addImports()
        return result(cell, text).also { if (it is Evaluation.Value) snippets.out[cell.number] = it.value() }
    }

    private fun ready() {
        try {
            prelude.result()
        } catch (e: Exception) {
            throw IllegalStateException("kotlin: expected the compiler to start, got $e; restart the kernel", e)
        }
    }

    /** Imports what is waiting, all at once; if that fails, one by one, so that one that does not exist does no harm. */
    private fun addImports() {
        val lines = generateSequence { imports.poll() }.map(Imports::line).toList()
        if (lines.isNotEmpty() && !imported(lines.joinToString("\n"))) {
            lines.filterNot(::imported).forEach { LOG.log(Level.WARNING, "{0}: not found on the class path of cells", it) }
        }
    }

    private fun imported(text: String) = result(Cell(0, text), text) is Evaluation.Nothing

    private fun result(
        cell: Cell,
        text: String,
    ) = run.result(cell, Imports.keepingOwnNames(text))

    override fun close() {
        repl.close()
        sharing.close()
    }

    private companion object {
        val LOG: Logger = Logger.getLogger(Workspace::class.java.name)
    }
}

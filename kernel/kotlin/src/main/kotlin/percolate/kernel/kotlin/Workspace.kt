package percolate.kernel.kotlin

import percolate.kernel.cells.CellLoader
import percolate.kernel.cells.Interruption
import percolate.kernel.language.Cell
import percolate.kernel.language.Completion
import percolate.kernel.language.Evaluation
import java.util.concurrent.atomic.AtomicBoolean
import java.util.concurrent.atomic.AtomicInteger
import java.util.logging.Level
import java.util.logging.Logger
import kotlin.script.experimental.api.ResultWithDiagnostics
import kotlin.script.experimental.api.asSuccess
import kotlin.script.experimental.api.onSuccess
import kotlin.script.experimental.api.valueOrThrow

/**
 * One compiler with the cells that it has compiled and run; a reset of the session puts a new one in its place. It warms
 * up on its own thread until somebody waits for it.
 *
 * @param sources outlives it: the loader knows the classes of the cells before by their names
 */
internal class Workspace(
    loader: CellLoader,
    interruption: Interruption,
    private val sources: Sources,
) : AutoCloseable {
    private val repl = Repl(loader)
    private val snippets = Snippets(loader, sources.inlined)
    val sharing = Sharing(repl, loader, interruption)
    val suggestions by lazy { Suggestions(sources, snippets.classes) }
    val inspector by lazy { Inspector(sources, snippets) }
    private val run by lazy {
        CellRun(
            repl,
            snippets,
            sources,
            interruption,
            loader,
            sharing,
            CompilationErrors(Meanings(repl, sources), Names(repl, suggestions)),
        )
    }
    private val prelude = repl.start { runUnseen(it, Prelude.TEXT) }

    private val started = AtomicInteger()

    /** Whether the compiler has answered all that readers ask. */
    @Volatile
    private var warm = false

    /** Whether somebody waits for an answer: then the compiler need not exercise any longer. */
    @Volatile
    private var wanted = false

    /** What readers ask, each once, so that their first question finds all that an answer takes loaded. */
    private val answers: List<(CellCompiler) -> Unit> by lazy {
        listOf(
            once { suggestions.at(it, Prelude.QUESTION, 2) },
            once { suggestions.at(it, Prelude.QUESTION, Prelude.QUESTION.length) },
            once { inspector.at(it, Prelude.QUESTION, 2) },
        )
    }

    private fun once(work: (CellCompiler) -> Unit): (CellCompiler) -> Unit {
        val done = AtomicBoolean()
        return { compiler -> if (done.compareAndSet(false, true)) work(compiler) }
    }

    init {
        Prelude.EXERCISES.forEach { text -> exercise { runUnseen(it, text) } }
        answers.forEach(::exercise)
    }

    private fun exercise(work: (CellCompiler) -> Unit) {
        repl.start { if (!wanted) work(it) }
    }

    /** What was left out for the first cell's sake is done when no cell has followed another for a while. */
    private fun answerInPause() {
        val now = started.get()
        if (!warm) repl.later(PAUSE_MILLIS) { if (started.get() == now) warmUp(now, 0) }
    }

    /** One piece after the other, each behind all that the compiler was asked meanwhile. */
    private fun warmUp(
        now: Int,
        piece: Int,
    ) {
        if (piece == answers.size) {
            warm = true
        } else {
            repl.start {
                answers[piece](it)
                if (started.get() == now) warmUp(now, piece + 1)
            }
        }
    }

    /** What could stand at the cursor; what is known without the compiler where that takes too long. */
    fun complete(
        code: String,
        cursor: Int,
    ): Completion {
        val head = sharing.headForReading(code)
        val asked = ready().start { suggestions.at(it, head.before(code), head.within(cursor)) }
        val found =
            asked.resultWithin(PATIENCE_MILLIS)
                ?: return snippets.names.at(code, cursor) ?: asked.result().within(head)
        return found.within(head)
    }

    private fun Completion.within(head: Head) = Completion(candidates(), head.without(start()), head.without(end()))

    /** Runs a text of ours on the compiler's thread. */
    private fun runUnseen(
        compiler: CellCompiler,
        text: String,
    ) {
        snippets.of(compiler, sources.of(Cell(0, text))).valueOrThrow().run()
    }

    /** The compiler once it has started. */
    fun ready(): Repl {
        wanted = true
        try {
            prelude.result()
        } catch (e: Exception) {
            throw IllegalStateException("kotlin: expected the compiler to start, got $e; restart the kernel", e)
        }
        return repl
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
        started.incrementAndGet()
        return run.result(cell, Imports.keepingOwnNames(text)).also {
            if (it is Evaluation.Value) snippets.out[cell.number] = it.value()
            answerInPause()
        }
    }

    /** Imports all at once; if that fails, one by one, so that one that does not exist does no harm. */
    fun imports(names: List<String>) {
        val lines = names.map(Imports::line)
        repl.start { compiler ->
            if (!isImported(compiler, lines.joinToString("\n"))) {
                lines.filterNot { isImported(compiler, it) }.forEach {
                    LOG.log(Level.WARNING, "{0}: not found on the class path of cells", it)
                }
            }
        }
    }

    private fun isImported(
        compiler: CellCompiler,
        lines: String,
    ) = snippets.of(compiler, sources.of(Cell(0, Imports.keepingOwnNames(lines)))).onSuccess {
        it.run().asSuccess()
    } is ResultWithDiagnostics.Success

    override fun close() {
        repl.close()
        sharing.close()
    }

    private companion object {
        val LOG: Logger = Logger.getLogger(Workspace::class.java.name)
        const val PAUSE_MILLIS = 300L

        /** Front ends give a completion up after a second. */
        const val PATIENCE_MILLIS = 400L
    }
}

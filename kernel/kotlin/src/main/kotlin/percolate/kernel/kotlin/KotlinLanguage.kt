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
import java.util.logging.Level
import java.util.logging.Logger
import kotlin.script.experimental.api.ResultWithDiagnostics
import kotlin.script.experimental.api.asSuccess
import kotlin.script.experimental.api.onSuccess
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
 * @param libraries finds what cells ask for with `@file:DependsOn`; jars that are named by their paths need no finding
 */
class KotlinLanguage(
    private val loader: CellLoader,
    interruption: Interruption,
    libraries: Libraries,
) : Language {
    /** Kotlin without libraries from elsewhere. */
    constructor(loader: CellLoader, interruption: Interruption) : this(
        loader,
        interruption,
        Libraries { coordinates, _ -> error("expected the path of a jar, got $coordinates; download it and give its path") },
    )

    private val repl = Repl(loader)
    private val sources = Sources()
    private val snippets = Snippets(loader)
    private val suggestions by lazy { Suggestions(sources, snippets.classes) }
    private val inspector by lazy { Inspector(sources) }
    private val run by lazy { CellRun(repl, snippets, sources, interruption, loader, CompilationErrors(Spelling(repl, suggestions))) }
    private val demands = Demands(loader, interruption, libraries)
    private val prelude = repl.start { runUnseen(it, Prelude.TEXT) }

    /** Whether somebody waits for an answer: then the compiler need not exercise any longer. */
    @Volatile
    private var wanted = false

    init {
        Prelude.EXERCISES.forEach { text -> exercise { runUnseen(it, text) } }
        exercise { suggestions.at(it, Prelude.EXERCISES[0], 2) }
        exercise { inspector.at(it, Prelude.EXERCISES[0], 2) }
    }

    private fun exercise(work: (CellCompiler) -> Unit) {
        repl.start { if (!wanted) work(it) }
    }

    /** Runs a text of ours on the compiler's thread. */
    private fun runUnseen(
        compiler: CellCompiler,
        text: String,
    ) {
        snippets.of(compiler, sources.of(Cell(0, text))).valueOrThrow().run()
    }

    override fun info() = LanguageInfo("kotlin", KotlinVersion.CURRENT.toString(), "text/x-kotlin", ".kt", "text/x-kotlin", "kotlin")

    override fun evaluate(
        code: String,
        cellNumber: Int,
    ): Evaluation {
        ready()
        val cell = Cell(cellNumber, code)
        val requested = Requested(cell)
        return demands.unmet(requested)
            ?: run.result(cell, Imports.keepingOwnNames(requested.text)).also { remember(cellNumber, it) }
    }

    private fun ready(): Repl {
        wanted = true
        try {
            prelude.result()
        } catch (e: Exception) {
            throw IllegalStateException("kotlin: expected the compiler to start, got $e; restart the kernel", e)
        }
        return repl
    }

    private fun remember(
        cellNumber: Int,
        evaluation: Evaluation,
    ) {
        if (evaluation is Evaluation.Value) snippets.out[cellNumber] = evaluation.value()
    }

    override fun addToClassPath(jars: List<Path>) = jars.forEach(loader::add)

    /** Imports all at once; if that fails, one by one, so that one that does not exist does no harm. */
    override fun imports(names: List<String>) {
        val lines = names.map(Imports::line)
        repl.start { compiler ->
            if (!isImported(compiler, lines.joinToString("\n"))) {
                lines
                    .filterNot {
                        isImported(
                            compiler,
                            it,
                        )
                    }.forEach { LOG.log(Level.WARNING, "{0}: not found on the class path of cells", it) }
            }
        }
    }

    private fun isImported(
        compiler: CellCompiler,
        lines: String,
    ) = snippets.of(compiler, sources.of(Cell(0, Imports.keepingOwnNames(lines)))).onSuccess {
        it.run().asSuccess()
    } is ResultWithDiagnostics.Success

    override fun completeness(code: String): Completeness = ready().compiling { Openness.of(it, code) }

    override fun complete(
        code: String,
        cursor: Int,
    ): Completion = ready().compiling { suggestions.at(it, code, cursor) }

    override fun inspect(
        code: String,
        cursor: Int,
        detailed: Boolean,
    ): Inspection = ready().compiling { inspector.at(it, code, cursor) }

    override fun close() = repl.close()

    private companion object {
        val LOG: Logger = Logger.getLogger(KotlinLanguage::class.java.name)
    }
}

package percolate.kernel.kotlin

import percolate.kernel.cells.CellLoader
import percolate.kernel.cells.Interruption
import percolate.kernel.documentation.Library
import percolate.kernel.language.Cell
import percolate.kernel.language.CellFrames
import percolate.kernel.language.Clashes
import percolate.kernel.language.Completeness
import percolate.kernel.language.Completion
import percolate.kernel.language.DeclaredFunction
import percolate.kernel.language.DeclaredType
import percolate.kernel.language.Evaluation
import percolate.kernel.language.Inspection
import percolate.kernel.language.Language
import percolate.kernel.language.LanguageInfo
import percolate.kernel.language.Libraries
import percolate.kernel.language.Notation
import percolate.kernel.language.Variable
import java.nio.file.Path
import java.util.Optional
import java.util.concurrent.CopyOnWriteArrayList

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
    private val interruption: Interruption,
    libraries: Libraries,
) : Language {
    /** Kotlin without libraries from elsewhere. */
    constructor(loader: CellLoader, interruption: Interruption) : this(
        loader,
        interruption,
        Libraries { coordinates, _ -> error("expected the path of a jar, got $coordinates; download it and give its path") },
    )

    private val sources = Sources()
    private val library = Library(loader::classPath)
    private val demands = Demands(loader, interruption, libraries)
    private val imports = CopyOnWriteArrayList<String>()
    private val neighbours = CopyOnWriteArrayList<(Workspace) -> Unit>()

    @Volatile
    private var workspace = Workspace(loader, interruption, sources)

    override fun notation() = NOTATION

    override fun info() =
        LanguageInfo(notation().name(), KotlinVersion.CURRENT.toString(), "text/x-kotlin", ".kt", "text/x-kotlin", "kotlin")

    override fun awaitStart() {
        workspace.ready()
    }

    override fun evaluatesConcurrently() = true

    override fun evaluate(
        code: String,
        cellNumber: Int,
    ): Evaluation {
        val requested = Requested(Cell(cellNumber, code))
        return demands.unmet(requested) ?: workspace.evaluate(Cell(cellNumber, code), requested.text)
    }

    override fun addToClassPath(jars: List<Path>) = jars.forEach(loader::add)

    override fun imports(names: List<String>) {
        imports.addAll(names)
        workspace.imports(names)
    }

    override fun completeness(code: String): Completeness = workspace.ready().compiling { Openness.of(it, code) }

    override fun complete(
        code: String,
        cursor: Int,
    ): Completion = workspace.complete(code, cursor)

    override fun inspect(
        code: String,
        cursor: Int,
        detailed: Boolean,
    ): Inspection {
        val now = workspace
        val head = now.sharing.headForReading(code)
        val meaning = now.ready().compiling { now.inspector.at(it, head.before(code), head.within(cursor)) }
        return meaning?.inspection(library, detailed) ?: Inspection.none()
    }

    override fun variables(): List<Variable> = workspace.sharing.variables

    override fun types(): List<DeclaredType> = workspace.sharing.types

    override fun functions(): List<DeclaredFunction> = workspace.sharing.functions

    override fun meet(
        other: Language,
        clashes: Clashes,
    ) {
        val introduce = { to: Workspace -> to.sharing.meet(this, other, clashes) }
        neighbours.add(introduce)
        introduce(workspace)
    }

    /**
     * The code on its own lines, which gives the value of its last expression away, so that the JIT compiler cannot leave it
     * out; the call stands behind its leading blanks, so that the first line's columns shift alone.
     */
    override fun timed(code: String): String {
        val blank = code.takeWhile(Char::isWhitespace)
        return blank + "percolate.kernel.api.Magics.timed(java.util.concurrent.Callable { " + code.drop(blank.length) + "\n})"
    }

    override fun written(text: String): String = printed(text)

    override fun frames(): CellFrames = KotlinFrames(sources)

    override fun hint(title: String): Optional<String> = THROWN_HINTS.hint(title)

    override fun reset() {
        val fresh = Workspace(loader, interruption, sources)
        fresh.imports(imports)
        neighbours.forEach { introduce -> introduce(fresh) }
        val before = workspace
        workspace = fresh // first, so that nobody asks a compiler that is closed
        before.close()
    }

    override fun close() {
        workspace.close()
        library.close()
    }

    companion object {
        /** How Kotlin is written. */
        @JvmField
        val NOTATION = Notation("kotlin", listOf(".kts", ".kt"), false)
    }
}
